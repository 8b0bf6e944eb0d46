package simwright.link.pcsc;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.StatusWord;
import simwright.fault.Fault;
import simwright.link.CardLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.tlv.Octets;

/// A card in a reader. Java's library opens logical channels itself and writes their number into
/// interindustry class bytes only, so a command goes over the library's channel where it is one of
/// those, and as it stands over the basic one where its class is proprietary. Used by one thread.
final class PcscCard implements CardLink {
  private static final int ANSWER = 65_538;
  private static final int MANAGE_CHANNEL = 0x70;
  private static final int CLOSE = 0x80;
  private static final int NO_SUCH_CHANNEL = 0x6881;
  private static final Pattern ANSWERED = Pattern.compile("(?:response|failed): ([0-9A-Fa-f:]+)$");

  private final CardTerminal reader;
  private final LinkAddress address;
  private final boolean exclusive;
  private final Map<Integer, CardChannel> channels = new HashMap<>();
  private Card card;

  private PcscCard(CardTerminal reader, LinkAddress address, boolean exclusive, Card card) {
    this.reader = reader;
    this.address = address;
    this.exclusive = exclusive;
    this.card = card;
  }

  /// Powers the card of a reader, in whichever protocol it offers.
  static PcscCard open(CardService service, String name, LinkAddress address, boolean exclusive) {
    try {
      CardTerminal reader = find(service, name, address);
      return new PcscCard(reader, address, exclusive, connect(reader, exclusive));
    } catch (CardException e) {
      throw PcscFaults.opening(e, address);
    }
  }

  /// The library's own search takes a service that has gone for a reader that is not there.
  private static CardTerminal find(CardService service, String name, LinkAddress address)
      throws CardException {
    return service.readers().list().stream()
        .filter(reader -> reader.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new Fault(LinkCodes.ABSENT, "opening a card", address.toString()));
  }

  private static Card connect(CardTerminal reader, boolean exclusive) throws CardException {
    Card card = reader.connect("*");
    if (exclusive) {
      card.beginExclusive();
    }
    return card;
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public Octets atr() {
    return Octets.of(card.getATR().getBytes());
  }

  @Override
  public String protocol() {
    return card.getProtocol();
  }

  @Override
  public boolean hasChannel(int number) {
    return number == 0 || channels.containsKey(number);
  }

  @Override
  public Response transmit(Command command) {
    try {
      if (command.ins() == MANAGE_CHANNEL && !command.cls().proprietary()) {
        return command.p1() == CLOSE ? closed(command.p2()) : opened();
      }
      int number = command.cls().proprietary() ? 0 : command.cls().channel();
      CardChannel channel = number == 0 ? card.getBasicChannel() : channels.get(number);
      return channel == null ? Response.of(NO_SUCH_CHANNEL) : transmit(channel, command);
    } catch (CardException e) {
      throw PcscFaults.talking(e, address);
    } catch (IllegalStateException over) {
      throw new Fault(
          LinkCodes.CARD_GONE, "talking to a card", address.toString(), over.getMessage(), over);
    }
  }

  /// Every card ends an answer with its status: a reader that has no byte of one, and tells no
  /// fault, has lost its card while it was spoken to.
  private Response transmit(CardChannel channel, Command command) throws CardException {
    ByteBuffer answer = ByteBuffer.allocate(ANSWER);
    int length = channel.transmit(ByteBuffer.wrap(command.encode().toArray()), answer);
    if (length == 0) {
      throw new Fault(
          LinkCodes.CARD_GONE,
          "talking to a card",
          address.toString(),
          "the reader had no answer",
          null);
    }
    return Response.parse(Octets.of(answer.array()).part(0, length));
  }

  /// The library tells a refusal in words alone.
  private Response opened() throws CardException {
    try {
      CardChannel channel = card.openLogicalChannel();
      channels.put(channel.getChannelNumber(), channel);
      return new Response(Octets.of(channel.getChannelNumber()), StatusWord.OK);
    } catch (CardException e) {
      return refused(e);
    }
  }

  private Response closed(int number) throws CardException {
    CardChannel channel = channels.remove(number);
    if (channel == null) {
      return Response.of(NO_SUCH_CHANNEL);
    }
    try {
      channel.close();
      return new Response(Octets.NONE, StatusWord.OK);
    } catch (CardException e) {
      return refused(e);
    }
  }

  private static Response refused(CardException e) throws CardException {
    Matcher told = ANSWERED.matcher(String.valueOf(e.getMessage()));
    if (e.getCause() == null && told.find()) {
      return Response.parse(Octets.hex(told.group(1)));
    }
    if (e.getCause() == null) {
      return Response.of(NO_SUCH_CHANNEL);
    }
    throw e;
  }

  @Override
  public void reset() {
    channels.clear();
    try {
      card.disconnect(true);
      card = connect(reader, exclusive);
    } catch (CardException e) {
      throw PcscFaults.talking(e, address);
    }
  }

  /// A card that was held alone is left as it was found, reset; a card or service that has gone
  /// cannot be left in any other way.
  @Override
  public void close() {
    channels.clear();
    try {
      card.disconnect(exclusive);
    } catch (CardException gone) {
      Fault unused = PcscFaults.talking(gone, address);
    }
  }
}
