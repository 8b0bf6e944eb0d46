package simwright.link.pcsc;

import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import simwright.fault.Fault;
import simwright.link.LinkCodes;

/// The card service by Java's own library. The library would fetch announced answers itself; it is
/// told not to, before its first use, as every APDU is to be seen.
final class SystemCardService implements CardService {
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  @Override
  public CardTerminals readers() {
    if (TOLD.compareAndSet(false, true)) {
      System.setProperty("sun.security.smartcardio.t0GetResponse", "false");
      System.setProperty("sun.security.smartcardio.t1GetResponse", "false");
    }
    try {
      return TerminalFactory.getInstance("PC/SC", null).terminals();
    } catch (NoSuchAlgorithmException e) {
      throw new Fault(
          LinkCodes.READER_SERVICE,
          "asking for card readers",
          "the card service",
          PcscFaults.name(e),
          e);
    }
  }
}
