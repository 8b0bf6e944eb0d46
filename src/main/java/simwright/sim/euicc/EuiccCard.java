package simwright.sim.euicc;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simwright.apdu.ClassByte;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.fault.Fault;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A simulated eUICC at its contacts: three logical channels beside the basic one, its ISD-R and
/// the USIM of the profile in use, STORE DATA in blocks, GET RESPONSE (SGP.22 clause 5.7.1, ETSI TS
/// 102 221 clauses 10 and 11). It refuses what a real card refuses.
public final class EuiccCard {
  private static final int CHANNELS = 3;
  private static final int MANAGE = 0x70;
  private static final int SELECT = 0xa4;
  private static final int STORE_DATA = 0xe2;
  private static final int GET_RESPONSE = 0xc0;
  private static final int TERMINAL_CAPABILITY = 0xaa;
  private static final int STATUS = 0xf2;
  private static final int FETCH = 0x12;
  private static final int TERMINAL_RESPONSE = 0x14;
  private static final int READ_BINARY = 0xb0;
  private static final int MOST = 256;
  private static final Octets REFRESH = Octets.hex("D009810301010482028182");
  private static final int GET_DATA = 0xca;
  private static final int LONGEST = 0x10000;
  private static final Octets ECASD = Octets.hex("A0000005591010FFFFFFFF8900000200");

  private final CardMemory memory;
  private final CardMaking made;
  private final Es10 es10;
  private final Map<Integer, Channel> channels = new TreeMap<>();

  /// What a card says, and how long it thought.
  public record Answered(Response response, Duration took) {}

  private static final class Channel {
    private final UsimFiles files = new UsimFiles();
    private boolean isdR;
    private boolean ecasd;
    private int block;
    private int length;
    private final List<Octets> blocks = new ArrayList<>();
    private Octets pending = Octets.NONE;
    private int after = 0x9000;

    void unchain() {
      block = 0;
      length = 0;
      blocks.clear();
    }
  }

  /// A card as it was made; certificates are held against `now`.
  public EuiccCard(CardMaking made, SecureRandom random, Instant now) {
    this.memory = new CardMemory(made, random);
    this.made = made;
    this.es10 = new Es10(memory, now);
    channels.put(0, new Channel());
  }

  /// Its EID.
  public simwright.identity.Eid eid() {
    return memory.eid();
  }

  /// What kind of card it is.
  public CardMaking.Kind kind() {
    return made.kind();
  }

  /// Comes with a profile, as from the factory: nothing is told of it.
  public synchronized void issue(Tlv metadata, Upp upp, boolean inUse) {
    StoredProfile profile =
        new StoredProfile(memory.nextAid(), metadata, upp, upp.bytes().length());
    if (!memory.take(profile.size())) {
      throw new IllegalArgumentException("a card is made with room for its first profiles");
    }
    profile.enabled(inUse);
    memory.profiles().add(profile);
  }

  /// The profile in use.
  public synchronized Optional<Upp> enabled() {
    return memory.enabled().map(StoredProfile::upp);
  }

  /// Whether the device is to read the card anew.
  public synchronized boolean refreshWaits() {
    return es10.waiting();
  }

  /// A toolkit session of the profile is under way until it ends or the card is reset, or not.
  public synchronized void toolkitBusy(boolean busy) {
    es10.toolkitBusy(busy);
  }

  /// Contacts are powered up again: channels are closed, sessions over.
  public synchronized void reset() {
    es10.reset();
    channels.clear();
    channels.put(0, new Channel());
  }

  /// The device has carried out REFRESH: what waited has happened, and the card was reset.
  public synchronized void refreshed() {
    es10.refreshed();
    reset();
  }

  /// One command.
  public synchronized Answered transmit(Command command) {
    ClassByte cls = command.cls();
    Channel channel = channels.get(cls.channel());
    if (channel == null) {
      return quick(Response.of(0x6881));
    }
    if (command.ins() != GET_RESPONSE) {
      channel.pending = Octets.NONE;
    }
    if (command.ins() == STORE_DATA && cls.proprietary()) {
      return store(channel, command);
    }
    return quick(
        switch (command.ins()) {
          case MANAGE -> manage(command);
          case SELECT -> select(channel, command);
          case GET_RESPONSE -> more(channel, command);
          case GET_DATA -> data(channel, command);
          case READ_BINARY -> channel.files.read(command, memory.enabled());
          case TERMINAL_CAPABILITY, STATUS -> Response.of(waitingOr(0x9000));
          case FETCH -> es10.waiting() ? new Response(REFRESH, sw(0x9000)) : Response.of(0x6985);
          case TERMINAL_RESPONSE -> responded();
          default -> Response.of(cls.proprietary() ? 0x6e00 : 0x6d00);
        });
  }

  private static Answered quick(Response response) {
    return new Answered(response, Duration.ZERO);
  }

  private Response responded() {
    if (!es10.waiting()) {
      return Response.of(0x6985);
    }
    refreshed();
    return Response.of(0x9000);
  }

  private int waitingOr(int otherwise) {
    return es10.waiting() ? 0x9100 | REFRESH.length() : otherwise;
  }

  private Response manage(Command command) {
    if (command.p1() == 0x80) {
      boolean closed = command.p2() != 0 && channels.remove(command.p2()) != null;
      return Response.of(closed ? 0x9000 : 0x6881);
    }
    if (command.p1() != 0 || command.p2() != 0) {
      return Response.of(0x6a86);
    }
    if (command.ne() == 0) {
      return Response.of(0x6c01);
    }
    for (int number = 1; number <= CHANNELS; number++) {
      if (!channels.containsKey(number)) {
        channels.put(number, new Channel());
        return new Response(Octets.of(number), sw(0x9000));
      }
    }
    return Response.of(0x6a81);
  }

  private Response select(Channel channel, Command command) {
    if (command.p1() != 4) {
      return channel.files.select(command, memory.enabled());
    }
    Octets aid = command.data();
    boolean there =
        switch (made.kind()) {
          case PLAIN -> false;
          case SM_SR -> aid.equals(made.isdR()) || aid.equals(ECASD);
          case CONSUMER, IOT -> aid.equals(made.isdR());
        };
    if (there || channel.files.selectUsim(aid, memory.enabled())) {
      channel.isdR = there && aid.equals(made.isdR());
      channel.ecasd = there && aid.equals(ECASD);
      channel.unchain();
      return announce(channel, fci(aid), 0x9000);
    }
    return Response.of(0x6a82);
  }

  /// The EID of a card that an SM-SR manages stands with its authority (SGP.02 clause 2.2.2).
  private Response data(Channel channel, Command command) {
    if (!channel.ecasd) {
      return Response.of(0x6d00);
    }
    return command.p1() == 0 && command.p2() == 0x5a
        ? announce(channel, Tlv.of(StoredProfile.ICCID, memory.eidOctets()).raw(), 0x9000)
        : Response.of(Refusal.NOT_FOUND);
  }

  private static Octets fci(Octets aid) {
    return Tlv.of(
            Tag.of(0x6f),
            Tlv.of(Tag.of(0x84), aid),
            Tlv.of(Tag.of(0xa5), Tlv.of(Tag.of(0x9f65), Octets.of(0xff))),
            Tlv.of(Tag.of(0xe0), Tlv.of(Tag.of(0x82), Octets.of(2, 2, 0))))
        .raw();
  }

  private Answered store(Channel channel, Command command) {
    if (!channel.isdR) {
      return quick(Response.of(0x6985));
    }
    if (command.extended() || command.data().isEmpty()) {
      return quick(Response.of(0x6700));
    }
    boolean last = command.p1() == 0x91;
    // a chain may begin again, but not within a package
    if (command.p2() == 0 && !es10.loading() && channel.block <= 0xff) {
      channel.unchain();
    }
    if ((!last && command.p1() != 0x11) || command.p2() != (channel.block & 0xff)) {
      channel.unchain();
      es10.broken();
      return quick(Response.of(0x6a86));
    }
    channel.blocks.add(command.data());
    channel.length += command.data().length();
    channel.block++;
    if (channel.length > LONGEST) {
      channel.unchain();
      return quick(Response.of(0x6a84));
    }
    if (!last) {
      return quick(Response.of(0x9000));
    }
    Octets request = Octets.join(channel.blocks);
    channel.unchain();
    return carriedOut(channel, request);
  }

  private Answered carriedOut(Channel channel, Octets request) {
    if (made.kind() == CardMaking.Kind.SM_SR) {
      return quick(Response.of(Refusal.NOT_FOUND));
    }
    Es10.Said said;
    try {
      said = es10.carryOut(request);
    } catch (Refusal refusal) {
      return quick(Response.of(refusal.status()));
    } catch (Fault unreadable) {
      return quick(Response.of(Refusal.WRONG_DATA));
    }
    int after = said.refresh() ? 0x9100 | REFRESH.length() : 0x9000;
    int second = request.length() > 1 ? request.at(1) : 0;
    Duration took = made.pace().of(request.at(0), second, request.length());
    return new Answered(announce(channel, said.data(), after), took);
  }

  /// Data waits for GET RESPONSE; without data the status stands alone.
  private static Response announce(Channel channel, Octets data, int after) {
    channel.after = after;
    channel.pending = data;
    return data.isEmpty() ? Response.of(after) : waiting(data);
  }

  private static Response waiting(Octets data) {
    return Response.of(0x6100 | (data.length() >= MOST ? 0 : data.length()));
  }

  private static Response more(Channel channel, Command command) {
    Octets data = channel.pending;
    if (data.isEmpty()) {
      return Response.of(0x6985);
    }
    int size = Math.min(MOST, data.length());
    if (command.ne() != size && command.ne() < size) {
      return Response.of(0x6c00 | (size == MOST ? 0 : size));
    }
    channel.pending = data.from(size);
    return channel.pending.isEmpty()
        ? new Response(data.part(0, size), sw(channel.after))
        : new Response(data.part(0, size), waiting(channel.pending).status());
  }

  private static simwright.apdu.StatusWord sw(int value) {
    return new simwright.apdu.StatusWord(value);
  }
}
