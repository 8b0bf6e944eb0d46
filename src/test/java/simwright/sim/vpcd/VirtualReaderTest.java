package simwright.sim.vpcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.lab.LabCodes;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.pki.TestPki;
import simwright.time.SystemTime;
import simwright.tlv.Octets;

/// vpcd's protocol as its reader speaks it: two bytes of length, then as many bytes.
@Timeout(60)
class VirtualReaderTest {
  private final SystemTime time = new SystemTime();
  private ServerSocket reader;
  private VirtualReader card;

  @BeforeEach
  void listen() throws IOException {
    reader = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    card = new VirtualReader(made(), AnswerToReset.T0, at(reader.getLocalPort()), time);
  }

  @AfterEach
  void close() throws IOException {
    card.close();
    reader.close();
    time.close();
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private EuiccCard made() {
    SecureRandom random = new SecureRandom();
    TestPki pki = TestPki.make(random, time.now());
    Eid eid = new Eid("89044050001234567890123456789012");
    return new EuiccCard(CardMaking.usual(pki, eid, pki.maker(eid), 100_000), random, time.now());
  }

  private static void say(Socket slot, String hex) throws IOException {
    Octets bytes = Octets.hex(hex);
    slot.getOutputStream()
        .write(Octets.of(bytes.length() >> 8, bytes.length()).then(bytes).toArray());
  }

  private static String heard(Socket slot) throws IOException {
    InputStream in = slot.getInputStream();
    DataInputStream data = new DataInputStream(in);
    byte[] bytes = new byte[data.readUnsignedShort()];
    data.readFully(bytes);
    return Octets.of(bytes).hex();
  }

  @Test
  void theReadersOwnWordsAreObeyedAndOnlyTheQuestionIsAnswered() throws IOException {
    card.insert();
    try (Socket slot = reader.accept()) {
      say(slot, "01");
      say(slot, "04");
      assertEquals("3B9F96801F878031E073FE211B6753494D57525430A6", heard(slot));
      say(slot, "0070000001");
      assertEquals("019000", heard(slot));
      say(slot, "0070000001");
      assertEquals("029000", heard(slot));
      say(slot, "02");
      say(slot, "0070000001");
      assertEquals("019000", heard(slot), "a reset closes all channels");
      say(slot, "00");
      say(slot, "04");
      assertEquals(44, heard(slot).length());
      assertEquals(3, card.resets());
    }
  }

  @Test
  void bytesThatAreNoCommandGetAWrongLength() throws IOException {
    card.insert();
    try (Socket slot = reader.accept()) {
      say(slot, "00A4");
      assertEquals("6700", heard(slot));
      say(slot, "80AA00000AA9088100820101830107");
      assertEquals("9000", heard(slot), "and the talk goes on");
    }
  }

  @Test
  void aReaderThatComesBackFindsItsCardAgain() throws IOException {
    card.insert();
    reader.accept().close();
    try (Socket slot = reader.accept()) {
      say(slot, "04");
      assertEquals(44, heard(slot).length());
    }
  }

  @Test
  void aPulledCardHangsUp() throws IOException {
    card.insert();
    try (Socket slot = reader.accept()) {
      card.pull();
      assertEquals(-1, slot.getInputStream().read());
    }
  }

  @Test
  void whereNoReaderListensThatIsSaid() throws IOException {
    reader.close();
    Fault fault = assertThrows(Fault.class, card::insert);
    assertEquals(LabCodes.NO_READER, fault.code());
  }

  @Test
  void bothAnswersToResetCheckAndNameTheirProtocol() {
    for (AnswerToReset each : AnswerToReset.values()) {
      Octets bytes = each.bytes();
      int check = 0;
      for (int i = 1; i < bytes.length(); i++) {
        check ^= bytes.at(i);
      }
      assertEquals(0, check, each.name());
      assertEquals(0x3b, bytes.at(0));
      assertEquals(each.ordinal(), bytes.at(3) & 0x0f, "the first protocol offered, in TD1");
    }
  }
}
