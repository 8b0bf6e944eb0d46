package simwright.sim.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.euicc.BoundProfilePackage;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Against a package that another server bound, with all its session keys (see ORIGIN.md).
class ProtectedSegmentsTest {
  private static final Path VECTOR = Path.of("../shared/data/vectors/osmo-bpp-vector.json");
  private static final Tag S87 = Tag.of(0x87);

  private JsonNode vector = new ObjectMapper().createObjectNode();
  private Tlv bound = Tlv.of(Tag.of(0x80), Octets.NONE);

  @BeforeEach
  void read() throws Exception {
    assumeTrue(Files.exists(VECTOR), "the shared vector is not there");
    vector = new ObjectMapper().readTree(VECTOR.toFile());
    bound =
        BoundProfilePackage.read(
                Octets.of(
                    Base64.getDecoder().decode(vector.path("boundProfilePackage_b64").asText())))
            .raw();
  }

  @Test
  void theKeysFollowFromTheSharedSecret() {
    SessionKeys keys = derived();
    assertEquals(hex("initialMacChainingValue"), keys.chaining());
    assertEquals(hex("S_ENC"), keys.encryption());
    assertEquals(hex("S_MAC"), keys.mac());
  }

  @Test
  void theWholePackageOpensAndIsBoundAgainToTheSameBytes() {
    ProtectedSegments opening = new ProtectedSegments(derived());
    ProtectedSegments binding = new ProtectedSegments(derived());
    List<Octets> opened = new ArrayList<>();
    for (Tlv group : bound.children().subList(1, bound.children().size())) {
      for (Tlv segment : group.children()) {
        Octets plain = opening.unwrap(segment).orElseThrow();
        assertEquals(segment, binding.wrap(segment.tag(), plain));
        opened.add(plain);
        if (group.tag().equals(Tag.of(0xa2))) {
          SessionKeys next = new SessionKeys(hex("ppkInitialMcv"), hex("ppkEnc"), hex("ppkCmac"));
          opening.replace(next);
          binding.replace(next);
        }
      }
    }
    assertEquals("BF2400", opened.getFirst().hex());
    assertTrue(opened.get(1).hex().startsWith("BF25"));
    Tlv keys = Tlv.read(opened.get(2));
    assertEquals(hex("ppkInitialMcv"), keys.get(Tag.of(0x80)).value());
    Octets profile = Octets.join(opened.subList(3, opened.size()));
    assertTrue(Tlv.readAll(profile).size() > 10, "the profile is a row of elements");
  }

  @Test
  void aChangedALostAndARepeatedSegmentAreFound() {
    Tlv elements = bound.get(Tag.of(0xa3));
    ProtectedSegments opening =
        new ProtectedSegments(new SessionKeys(hex("ppkInitialMcv"), hex("ppkEnc"), hex("ppkCmac")));
    Tlv first = elements.children().get(0);
    Tlv second = elements.children().get(1);
    assertEquals(Optional.empty(), opening.unwrap(second), "the first one was lost");
    byte[] bytes = first.value().toArray();
    bytes[7] ^= 1;
    assertEquals(Optional.empty(), opening.unwrap(Tlv.of(first.tag(), Octets.of(bytes))));
    assertTrue(opening.unwrap(first).isPresent(), "what was refused left no trace");
    assertEquals(Optional.empty(), opening.unwrap(first), "it was sent twice");
    assertTrue(opening.unwrap(second).isPresent());
    assertEquals(Optional.empty(), opening.unwrap(Tlv.of(S87, Octets.of(1, 2, 3))));
  }

  private SessionKeys derived() {
    return SessionKeys.derive(hex("sharedSecret"), hex("hostId"), hex("eid"));
  }

  private Octets hex(String name) {
    return Octets.hex(vector.path(name).asText());
  }
}
