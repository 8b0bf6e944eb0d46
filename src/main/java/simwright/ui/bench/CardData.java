package simwright.ui.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import simwright.at.command.Radio;
import simwright.device.Attachment;
import simwright.device.Reading;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.fault.FaultCode;
import simwright.identity.Identifier;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// A device's card as it stands on the screen: a pure function of the attachment, the strengths
/// seen so far, and the time now.
public record CardData(
    String id,
    String title,
    boolean simulated,
    Attachment.State attachment,
    State state,
    String stateWords,
    Optional<FaultCode> fault,
    List<Rung> ladder,
    List<Double> strengths,
    String signal,
    List<Identity> identities,
    List<Fact> facts,
    String age,
    boolean stale) {
  /// An identifier under its name.
  public record Identity(String name, Identifier value) {}

  /// A fact under its name, as text, and why it is missing where it is.
  public record Fact(String name, String value, boolean known) {}

  /// The card of a device.
  public static CardData of(Attachment device, List<Double> strengths, Instant now) {
    Snapshot snapshot = device.snapshot();
    boolean read = device.state() == Attachment.State.CONNECTED && !snapshot.ladder().isEmpty();
    boolean stale = !snapshot.ladder().isEmpty() && Ages.stale(snapshot.at(), now);
    return new CardData(
        device.id(),
        DeviceText.literal(device.title()),
        device.simulated(),
        device.state(),
        state(device.state()),
        words(device.state()),
        device.fault(),
        snapshot.ladder(),
        strengths,
        signal(snapshot.radio()),
        identities(snapshot),
        read || !snapshot.ladder().isEmpty() ? facts(device) : List.of(),
        snapshot.ladder().isEmpty() ? "" : Ages.since(snapshot.at(), now),
        stale);
  }

  private static State state(Attachment.State state) {
    return switch (state) {
      case SEEN -> State.IDLE;
      case CONNECTING -> State.BUSY;
      case CONNECTED -> State.PASS;
      case RELEASED -> State.WAITING;
      case GONE, FAILED -> State.ERROR;
    };
  }

  private static String words(Attachment.State state) {
    return switch (state) {
      case SEEN -> Text.of("bench.state.seen");
      case CONNECTING -> Text.of("bench.state.connecting");
      case CONNECTED -> Text.of("bench.state.connected");
      case RELEASED -> Text.of("bench.state.released");
      case GONE -> Text.of("bench.state.gone");
      case FAILED -> Text.of("bench.state.failed");
    };
  }

  private static String signal(Reading<Radio> radio) {
    return radio.value().map(CardData::signal).orElse("");
  }

  private static String signal(Radio radio) {
    List<String> parts = new ArrayList<>();
    radio.technology().map(DeviceText::literal).ifPresent(parts::add);
    radio.strength().ifPresent(dbm -> parts.add(Text.format("bench.dbm", Math.round(dbm))));
    radio.rsrqDb().ifPresent(db -> parts.add(Text.format("bench.rsrq", Math.round(db))));
    radio.sinrDb().ifPresent(db -> parts.add(Text.format("bench.sinr", Math.round(db))));
    radio.band().map(DeviceText::literal).ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  private static List<Identity> identities(Snapshot snapshot) {
    List<Identity> all = new ArrayList<>();
    snapshot.imei().value().ifPresent(v -> all.add(new Identity(Text.of("id.imei"), v)));
    snapshot.iccid().value().ifPresent(v -> all.add(new Identity(Text.of("id.iccid"), v)));
    snapshot.imsi().value().ifPresent(v -> all.add(new Identity(Text.of("id.imsi"), v)));
    return List.copyOf(all);
  }

  private static List<Fact> facts(Attachment device) {
    Snapshot snapshot = device.snapshot();
    List<Fact> all = new ArrayList<>();
    add(all, Text.of("fact.maker"), snapshot.manufacturer(), CardData::same);
    add(all, Text.of("fact.firmware"), snapshot.revision(), CardData::same);
    add(all, Text.of("fact.operator"), snapshot.operator(), CardData::same);
    add(all, Text.of("fact.pin"), snapshot.pinTries(), String::valueOf);
    add(
        all,
        Text.of("fact.temperature"),
        snapshot.temperatureCelsius(),
        v -> Text.format("fact.celsius", Math.round(v)));
    add(
        all,
        Text.of("fact.supply"),
        snapshot.supplyVolts(),
        v -> Text.format("fact.volts", String.format(java.util.Locale.ROOT, "%.2f", v)));
    all.add(
        new Fact(
            Text.of("fact.profile"),
            DeviceText.literal(device.hardwareProfile().orElse(Text.of("fact.profile.none"))),
            device.hardwareProfile().isPresent()));
    return List.copyOf(all);
  }

  private static String same(String text) {
    return text;
  }

  private static <T> void add(
      List<Fact> all, String name, Reading<T> reading, Function<T, String> words) {
    switch (reading) {
      case Reading.Known<T> known ->
          all.add(new Fact(name, DeviceText.literal(words.apply(known.fact())), true));
      case Reading.Unavailable<T> none ->
          all.add(new Fact(name, DeviceText.literal(none.why()), false));
      case Reading.NotAsked<T> _ -> {}
    }
  }

  /// Whether the port can be opened now.
  public boolean canConnect() {
    return switch (attachment) {
      case SEEN, FAILED, GONE -> true;
      case CONNECTING, CONNECTED, RELEASED -> false;
    };
  }

  /// Whether the device answers now.
  public boolean connected() {
    return attachment == Attachment.State.CONNECTED;
  }

  /// Whether the port was given to another program.
  public boolean released() {
    return attachment == Attachment.State.RELEASED;
  }
}
