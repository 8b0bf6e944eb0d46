package simwright.at.card;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import simwright.apdu.CardApplication;
import simwright.apdu.CardChannel;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.RightLength;
import simwright.apdu.SelectedApplication;
import simwright.apdu.Timed;
import simwright.apdu.WholeAnswers;
import simwright.at.Answer;
import simwright.at.AtCodes;
import simwright.at.AtEngine;
import simwright.at.command.CloseChannel;
import simwright.at.command.OpenChannel;
import simwright.at.command.TransmitApdu;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.tlv.Octets;

/// An application of the card behind a modem, selected on a channel of its own until it is closed.
/// The modem's channel commands are tried first, bare commands then: what a modem says it knows is
/// not asked, as there are modems that deny it and can do it.
public final class ModemCard implements CardApplication {
  private static final List<String> STALE = List.of("1", "2", "3");
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /// How modems say that they have no such command.
  private static final Set<String> UNKNOWN =
      Set.of("at/error", "at/not-supported", "cme/3", "cme/4", "cme/100");

  /// Those of them that mean the command, whatever application it is asked for.
  private static final Set<String> DENIED = Set.of("at/not-supported", "cme/4");

  private final CardChannel channel;
  private final Wire wire;
  private final Octets aid;
  private final Way way;
  private final List<String> tried;
  private final Consumer<Deadline> closing;

  /// By which commands the card is reached.
  public enum Way {
    /// +CCHO, +CGLA, +CCHC.
    CHANNEL_COMMANDS,
    /// +CSIM with MANAGE CHANNEL.
    BARE_COMMANDS
  }

  private ModemCard(
      CardChannel channel,
      Wire wire,
      Octets aid,
      Way way,
      List<String> tried,
      Consumer<Deadline> closing) {
    this.channel = channel;
    this.wire = wire;
    this.aid = aid;
    this.way = way;
    this.tried = tried.stream().distinct().toList();
    this.closing = closing;
  }

  /// Opens the first of these applications that the card has. Throws `at/no-application` where it
  /// has none of them, with what was tried.
  public static ModemCard open(AtEngine engine, List<Octets> aids, Deadline deadline) {
    List<String> tried = new ArrayList<>();
    Optional<ModemCard> opened =
        byChannel(engine, aids, deadline, tried)
            .or(() -> afterClosing(engine, aids, deadline, tried))
            .or(() -> bare(engine, aids, deadline, tried));
    return opened.orElseThrow(() ->
        new Fault(
            AtCodes.NO_APPLICATION,
            "opening an application of the card",
            engine.port().address().toString(),
            tried.stream().distinct().collect(Collectors.joining("; ")),
            null));
  }

  @Override
  public CardChannel channel() {
    return channel;
  }

  @Override
  public void confirmed(boolean typed) {
    wire.confirmed = typed;
  }

  @Override
  public Octets aid() {
    return aid;
  }

  @Override
  public String way() {
    return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public List<String> tried() {
    return tried;
  }

  @Override
  public void close(Deadline deadline) {
    closing.accept(deadline);
  }

  private static Optional<ModemCard> byChannel(
      AtEngine engine, List<Octets> aids, Deadline deadline, List<String> tried) {
    for (Octets aid : aids) {
      Answer<String> opened = engine.send(new OpenChannel(aid.hex()), deadline.left());
      if (opened.value().isPresent()) {
        String handle = opened.value().get();
        Wire wire = new Wire(engine, Optional.of(handle));
        return Optional.of(
            new ModemCard(
                new WholeAnswers(new RightLength(Timed.usual(wire))),
                wire,
                aid,
                Way.CHANNEL_COMMANDS,
                tried,
                within -> closeHandle(engine, handle, within)));
      }
      tried.add("+CCHO " + said(opened));
      if (DENIED.contains(said(opened))) {
        break;
      }
    }
    return Optional.empty();
  }

  /// Channels that an interrupted program left open are closed, and all is tried once more.
  private static Optional<ModemCard> afterClosing(
      AtEngine engine, List<Octets> aids, Deadline deadline, List<String> tried) {
    boolean closed = false;
    for (String handle : STALE) {
      closed |= engine.send(new CloseChannel(handle), CLOSING).value().isPresent();
    }
    return closed ? byChannel(engine, aids, deadline, tried) : Optional.empty();
  }

  private static Optional<ModemCard> bare(
      AtEngine engine, List<Octets> aids, Deadline deadline, List<String> tried) {
    Wire wire = new Wire(engine, Optional.empty());
    try {
      return SelectedApplication.open(new RightLength(Timed.usual(wire)), aids, "", tried, deadline)
          .map(found ->
              new ModemCard(
                  found.channel(), wire, found.aid(), Way.BARE_COMMANDS, tried, found::close));
    } catch (Fault refused) {
      if (!UNKNOWN.contains(refused.code().toString())) {
        throw refused;
      }
      tried.add("+CSIM " + refused.code());
      return Optional.empty();
    }
  }

  /// The modem's command around an APDU; a handle's number is left to the modem.
  private static final class Wire implements CardChannel {
    private final AtEngine engine;
    private final Optional<String> handle;
    private boolean confirmed;

    Wire(AtEngine engine, Optional<String> handle) {
      this.engine = engine;
      this.handle = handle;
    }

    @Override
    public Response transmit(Command command, Deadline within) {
      TransmitApdu line = new TransmitApdu(handle, command.encode().hex());
      return response(confirmed ? engine.sendConfirmed(line) : engine.send(line, within.left()));
    }
  }

  private static Response response(Answer<String> answer) {
    return switch (answer) {
      case Answer.Value<String>(String hex, _) -> Response.parse(Octets.hex(hex));
      case Answer.Refused<String>(FaultCode cause, _) ->
          throw new Fault(cause, "sending a command to the card", "the modem");
      case Answer.Unparsed<String> _ ->
          throw new Fault(AtCodes.UNPARSED, "sending a command to the card", "the modem");
    };
  }

  private static void closeHandle(AtEngine engine, String handle, Deadline within) {
    var unused = engine.send(new CloseChannel(handle), within.left());
  }

  private static String said(Answer<String> answer) {
    return answer.code().map(FaultCode::toString).orElse("no answer");
  }
}
