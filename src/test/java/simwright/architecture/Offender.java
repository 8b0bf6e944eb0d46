package simwright.architecture;

import com.fazecast.jSerialComm.SerialPort;
import java.sql.Connection;
import java.time.Instant;
import javafx.scene.Node;
import javax.smartcardio.CardTerminal;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;

/// Does all that is forbidden, so that each rule shows that it can fail. Never run.
final class Offender {
  Node screen;
  SerialPort port;
  CardTerminal reader;
  Connection database;

  void offend() {
    new Thread(() -> System.out.println(Instant.now())).start();
  }

  ByteLink open(LinkProvider provider, LinkAddress address, LinkSettings settings) {
    return provider.open(address, settings);
  }
}
