package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// TCP sockets of simulated modems lead to real connections on this computer, and no bearer means
/// no bytes.
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamCommandsTest {
  private static final Duration AIR = Duration.ofMillis(60);
  private static final String FAR = "HELLO123";

  @AutoClose private final ServerSocket far;

  StreamCommandsTest() throws IOException {
    far = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void whatAQuectelModemSendsArrivesAndWhatComesIsRead() throws IOException {
    Typed typed = new Typed("ec25");
    try (Socket there = opened(typed)) {
      assertEquals("SEND OK", typed.type("AT+QISENDEX=1,\"48454C4C4F313233\""));
      assertEquals("", typed.wait(AIR));
      assertArrayEquals(bytes(FAR), there.getInputStream().readNBytes(FAR.length()));
      assertEquals("+QIRD: 0|OK", typed.type("AT+QIRD=1,96"), "nothing has come so far");
      there.getOutputStream().write(bytes("WORLD"));
      until(typed, "+QIURC: \"recv\",1");
      assertEquals("+QIRD: 3|WOR|OK", typed.type("AT+QIRD=1,3"));
      assertEquals("+QIRD: 2|LD|OK", typed.type("AT+QIRD=1,96"));
      assertTrue(typed.type("AT+QGDCNT?").startsWith("+QGDCNT: 48,45"), "with their headers");
      there.close();
      until(typed, "+QIURC: \"closed\",1");
      assertEquals("SEND FAIL", typed.type("AT+QISENDEX=1,\"41\""));
      assertEquals("OK", typed.type("AT+QICLOSE=1"));
      assertEquals("ERROR", typed.type("AT+QICLOSE=1"), "it is closed");
    }
  }

  /// The modem has taken it, and it was on the air when the bearer ended.
  @Test
  void whatIsUnderWayWhenTheBearerEndsNeverArrives() throws IOException {
    Typed typed = new Typed("ec25");
    try (Socket there = opened(typed)) {
      assertEquals("SEND OK", typed.type("AT+QISENDEX=1,\"48454C4C4F313233\""));
      assertTrue(typed.type("AT+CFUN=4").contains("+QIURC: \"pdpdeact\",1"));
      assertEquals("", typed.wait(AIR));
      assertEquals("SEND FAIL", typed.type("AT+QISENDEX=1,\"41\""), "no bearer");
      String on = typed.type("AT+CFUN=1");
      assertTrue(on.endsWith("OK"), on);
      String registered = typed.wait(Duration.ofSeconds(5));
      assertTrue(typed.type("AT+CGACT?").contains("+CGACT: 1,1"), registered);
      assertEquals("SEND FAIL", typed.type("AT+QISENDEX=1,\"41\""), "the socket was on the other");
      there.setSoTimeout(1);
      assertEquals(0, there.getInputStream().available(), "nothing arrived, and no end was told");
      assertEquals("OK", typed.type("AT+QICLOSE=1"));
      try (Socket again = opened(typed)) {
        assertEquals("SEND OK", typed.type("AT+QISENDEX=1,\"48454C4C4F313233\""));
        assertEquals("", typed.wait(AIR));
        assertArrayEquals(bytes(FAR), again.getInputStream().readNBytes(FAR.length()));
      }
    }
  }

  @Test
  void aUbloxModemConnectsOnItsOwnAndHasBytesInQuotes() throws IOException {
    Typed typed = new Typed("sara-r5");
    assertEquals("+USOCR: 3|OK", typed.type("AT+USOCR=6"));
    assertEquals("", typed.type("AT+USOCO=3,\"127.0.0.1\"," + far.getLocalPort()));
    try (Socket there = far.accept()) {
      until(typed, "OK");
      assertEquals("+USOWR: 3,8|OK", typed.type("AT+USOWR=3,8,\"HELLO123\""));
      assertEquals("", typed.wait(AIR));
      assertArrayEquals(bytes(FAR), there.getInputStream().readNBytes(FAR.length()));
      there.getOutputStream().write(bytes("WORLD"));
      until(typed, "+UUSORD: 3,5");
      assertEquals("+USORD: 3,5,\"WORLD\"|OK", typed.type("AT+USORD=3,96"));
      assertEquals("OK", typed.type("AT+USOCL=3"));
    }
  }

  @Test
  void nobodyIsReachedOutsideThisComputerAndNobodyWhereNobodyListens() throws IOException {
    Typed typed = new Typed("ec25");
    assertEquals("OK", typed.type("AT+QIOPEN=1,1,\"TCP\",\"192.0.2.9\",80,0,0"));
    until(typed, "+QIOPEN: 1,566");
    assertEquals("OK", typed.type("AT+QICLOSE=1"));
    int port = far.getLocalPort();
    far.close();
    assertEquals("OK", typed.type("AT+QIOPEN=1,1,\"TCP\",\"127.0.0.1\"," + port + ",0,0"));
    until(typed, "+QIOPEN: 1,566");
  }

  private Socket opened(Typed typed) throws IOException {
    assertEquals(
        "OK", typed.type("AT+QIOPEN=1,1,\"TCP\",\"127.0.0.1\"," + far.getLocalPort() + ",0,0"));
    Socket there = far.accept();
    until(typed, "+QIOPEN: 1,0");
    return there;
  }

  /// Turns the clock until a line comes: the connection itself is a real one.
  private static void until(Typed typed, String line) {
    StringBuilder come = new StringBuilder();
    while (come.indexOf(line) < 0 && !Thread.currentThread().isInterrupted()) {
      String more = typed.wait(AIR);
      come.append(more);
      assertTrue(!more.contains("ERROR"), come::toString);
      Thread.onSpinWait();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
