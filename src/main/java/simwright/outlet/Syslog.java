package simwright.outlet;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Syslog (RFC 5424), one message in a datagram (RFC 5426), or counted over TCP (RFC 6587 clause
/// 3.4.1). Facility local0; a raised alarm is a warning, its end a notice.
final class Syslog {
  private static final int LOCAL0 = 16 << 3;
  private static final int WARNING = 4;
  private static final int NOTICE = 5;

  /// The number for documentation (RFC 5612), as the program has none of its own.
  private static final String DATA = "simwright@32473";

  private Syslog() {}

  static void send(Outlet outlet, Message message, Duration within) throws IOException {
    byte[] text = text(message).getBytes(StandardCharsets.UTF_8);
    InetAddress host = InetAddress.getByName(outlet.address().getHost());
    if (outlet.scheme().equals("syslog+udp")) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.send(new DatagramPacket(text, text.length, host, outlet.port()));
      }
      return;
    }
    try (Socket socket = new Socket()) {
      int millis = (int) within.toMillis();
      socket.connect(new InetSocketAddress(host, outlet.port()), millis);
      socket.setSoTimeout(millis);
      OutputStream out = socket.getOutputStream();
      out.write((text.length + " ").getBytes(StandardCharsets.US_ASCII));
      out.write(text);
      out.flush();
    }
  }

  static String text(Message message) {
    int severity = message.what().equals("raised") ? WARNING : NOTICE;
    return "<"
        + (LOCAL0 | severity)
        + ">1 "
        + message.at().truncatedTo(ChronoUnit.MILLIS)
        + " - simwright - alarm."
        + message.what()
        + " ["
        + DATA
        + " seq=\""
        + message.seq()
        + "\" alarm=\""
        + escaped(message.alarm())
        + "\" device=\""
        + escaped(message.device())
        + "\"] \uFEFF"
        + message.text().replaceAll("\\R", " ");
  }

  private static String escaped(String value) {
    return value.replaceAll("([\"\\\\\\]])", "\\\\$1").replaceAll("\\R", " ");
  }
}
