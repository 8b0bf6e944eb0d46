package simwright.link.pcsc;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/// A card service with one reader, whose library behaves as Java's does: the channel number is
/// written into interindustry class bytes alone, MANAGE CHANNEL is refused.
final class MadeUpReader extends CardTerminals {
  final List<String> wire = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  Function<String, String> answer = command -> "9000";
  String protocol = "T=0";
  String failure = "";
  boolean inserted = true;

  void fail(String name) throws CardException {
    if (!name.isEmpty()) {
      throw new CardException("failed", new IllegalStateException(name));
    }
  }

  @Override
  public List<CardTerminal> list(State state) throws CardException {
    fail(failure);
    return List.of(new Reader());
  }

  @Override
  public CardTerminal getTerminal(String name) {
    throw new AssertionError("it hides why a reader is not there");
  }

  @Override
  public boolean waitForChange(long timeout) {
    return false;
  }

  private String transmitted(String command) throws CardException {
    fail(failure);
    wire.add(command);
    return answer.apply(command);
  }

  private final class Reader extends CardTerminal {
    @Override
    public String getName() {
      return "Reader 0";
    }

    @Override
    public Card connect(String wanted) throws CardException {
      fail(failure);
      calls.add("connect " + wanted);
      return new Contacts();
    }

    @Override
    public boolean isCardPresent() {
      return inserted;
    }

    @Override
    public boolean waitForCardPresent(long timeout) {
      return inserted;
    }

    @Override
    public boolean waitForCardAbsent(long timeout) {
      return !inserted;
    }
  }

  private final class Contacts extends Card {
    @Override
    public ATR getATR() {
      return new ATR(new byte[] {0x3b, 0});
    }

    @Override
    public String getProtocol() {
      return protocol;
    }

    @Override
    public CardChannel getBasicChannel() {
      return new Way(this, 0);
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
      String said = transmitted("0070000001");
      if (!said.endsWith("9000") || said.length() != 6) {
        throw new CardException(
            "openLogicalChannel() failed, card response: "
                + HexFormat.ofDelimiter(":").formatHex(HexFormat.of().parseHex(said)));
      }
      return new Way(this, Integer.parseInt(said.substring(0, 2), 16));
    }

    @Override
    public void beginExclusive() {
      calls.add("begin");
    }

    @Override
    public void endExclusive() {
      calls.add("end");
    }

    @Override
    public byte[] transmitControlCommand(int code, byte[] command) {
      throw new AssertionError("no control commands");
    }

    @Override
    public void disconnect(boolean reset) {
      calls.add("disconnect " + reset);
    }
  }

  private final class Way extends CardChannel {
    private final Card card;
    private final int number;

    Way(Card card, int number) {
      this.card = card;
      this.number = number;
    }

    @Override
    public Card getCard() {
      return card;
    }

    @Override
    public int getChannelNumber() {
      return number;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) {
      throw new AssertionError("bytes are sent as they are");
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
      byte[] bytes = new byte[command.remaining()];
      command.get(bytes);
      if (bytes[0] >= 0 && bytes[1] == 0x70) {
        throw new IllegalArgumentException("Manage channel command not allowed");
      }
      if (bytes[0] >= 0) {
        bytes[0] = (byte) (bytes[0] & 0xbc | number);
      }
      byte[] said = HexFormat.of().parseHex(transmitted(HexFormat.of().formatHex(bytes)));
      response.put(said);
      return said.length;
    }

    @Override
    public void close() throws CardException {
      String said = transmitted("0" + number + "70800" + number);
      if (!said.equals("9000")) {
        throw new CardException("close() failed: 68:81");
      }
    }
  }
}
