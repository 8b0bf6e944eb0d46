package simwright.tlv;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import simwright.fault.Fault;

/// Hostile bytes: the corpus runs with the tests, new bytes are looked for under -Pfuzz.
@Tag("fuzz")
class TlvFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void bytesOfAnyKindAreReadUnchangedOrRefused(byte[] bytes) {
    Octets all = Octets.of(bytes);
    List<Tlv> read;
    try {
      read = Tlv.readAll(all);
    } catch (Fault refused) {
      return;
    }
    if (!Octets.join(read.stream().map(Tlv::raw).toList()).equals(all)) {
      throw new AssertionError("not the bytes that were read: " + all.hex());
    }
    for (Tlv one : read) {
      for (Tlv part : one.tree()) {
        values(part);
      }
    }
  }

  private static void values(Tlv part) {
    List<Runnable> readers =
        List.of(
            () -> Asn1.integer(part),
            () -> Asn1.bits(Asn1.bits(part)),
            () -> Asn1.text(Asn1.text(part)),
            () -> Asn1.oid(Asn1.oid(part)),
            () -> Asn1.digits(part, true),
            () -> Asn1.version(part));
    for (Runnable reader : readers) {
      try {
        reader.run();
      } catch (Fault refused) {
        if (refused.code() != TlvCodes.VALUE) {
          throw refused;
        }
      }
    }
  }
}
