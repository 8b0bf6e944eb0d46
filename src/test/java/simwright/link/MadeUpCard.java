package simwright.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.tlv.Octets;

/// A card link that answers by a function, and a transport that opens it.
public class MadeUpCard implements CardLink {
  /// What was sent, in hex.
  public final List<String> asked = new ArrayList<>();

  /// How often it was reset and closed.
  public int resets;

  public int closed;

  /// The logical channels that are open.
  public Set<Integer> channels = Set.of(0, 1, 2, 3);

  private final Function<Command, Response> answer;

  public MadeUpCard(Function<Command, Response> answer) {
    this.answer = answer;
  }

  /// What the transport opens.
  public CardLink opened() {
    return this;
  }

  /// A transport of scheme `card` that opens it.
  public LinkProvider provider() {
    return new LinkProvider() {
      @Override
      public String scheme() {
        return "card";
      }

      @Override
      public List<PortInfo> list() {
        return List.of();
      }

      @Override
      public ByteLink open(LinkAddress address, LinkSettings settings) {
        throw new AssertionError("opened for bytes");
      }

      @Override
      public boolean carriesCards(LinkAddress address) {
        return true;
      }

      @Override
      public CardLink openCard(LinkAddress address) {
        return opened();
      }
    };
  }

  @Override
  public LinkAddress address() {
    return LinkAddress.parse("card:made up");
  }

  @Override
  public Octets atr() {
    return Octets.hex("3B00");
  }

  @Override
  public String protocol() {
    return "T=0";
  }

  @Override
  public boolean hasChannel(int number) {
    return channels.contains(number);
  }

  @Override
  public Response transmit(Command command) {
    asked.add(command.encode().hex());
    return answer.apply(command);
  }

  @Override
  public void reset() {
    resets++;
  }

  @Override
  public void close() {
    closed++;
  }
}
