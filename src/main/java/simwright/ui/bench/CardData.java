package simwright.ui.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.at.command.Radio;
import simwright.catalog.access.ApnMismatch;
import simwright.device.Attachment;
import simwright.device.Reading;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.fault.FaultCode;
import simwright.identity.Identifier;
import simwright.job.ApnReport;
import simwright.ui.fx.Ages;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;
import simwright.ui.part.State;

/// A device's card as it stands on the screen: a pure function of the attachment, the strengths
/// seen so far, and the time now. `bundled` is one that is not here: a bundle told of it.
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
    List<FactGroup> readings,
    Optional<Access> access,
    String age,
    boolean stale,
    boolean bundled) {
  /// An identifier under its name.
  public record Identity(String name, Identifier value) {}

  /// A fact under its name, as text; why it is missing where it is not known. One that `ticks`,
  /// such as a clock, is different at every reading, which is no news.
  public record Fact(String name, String value, boolean known, boolean ticks) {}

  /// What is the matter with the access points, and what the one action does that mends it, ""
  /// where there is none.
  public record Access(String trouble, String repair) {
    /// Of a comparison; empty where nothing is the matter.
    static Optional<Access> of(ApnReport report) {
      return report.mismatches().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Access(
                  DeviceText.literal(
                      report.mismatches().stream()
                          .map(ApnMismatch::sentence)
                          .collect(Collectors.joining(" "))),
                  report.repair().possible() ? DeviceText.literal(report.repair().words()) : ""));
    }
  }

  /// What is known of a device beside what it says: its network's name, and its access points.
  public record Beside(Optional<String> network, Optional<Access> access) {
    /// Nothing.
    public static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty());
  }

  /// The card of a device.
  public static CardData of(Attachment device, List<Double> strengths, Beside beside, Instant now) {
    Snapshot snapshot = device.snapshot();
    boolean read = !snapshot.ladder().isEmpty();
    boolean stale = read && Ages.stale(snapshot.at(), now);
    return new CardData(
        device.id(),
        DeviceText.literal(device.title()),
        device.simulated(),
        device.state(),
        device.bundled() ? State.IDLE : state(device.state()),
        device.bundled() ? Text.of("bench.state.bundle") : words(device.state()),
        device.fault(),
        snapshot.ladder(),
        strengths,
        signal(snapshot.radio()),
        identities(snapshot),
        read ? facts(device, beside.network()) : List.of(),
        read ? Readings.of(snapshot) : List.of(),
        beside.access(),
        !read ? "" : Ages.since(snapshot.at(), now),
        stale,
        device.bundled());
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
    snapshot.eid().value().ifPresent(v -> all.add(new Identity(Text.of("id.eid"), v)));
    return List.copyOf(all);
  }

  private static List<Fact> facts(Attachment device, Optional<String> network) {
    Snapshot snapshot = device.snapshot();
    FactGroup.Gathering all = new FactGroup.Gathering();
    var unused =
        all.asked(Text.of("fact.maker"), snapshot.manufacturer(), CardData::same)
            .asked(Text.of("fact.firmware"), snapshot.revision(), CardData::same);
    unused =
        network
            .map(known -> all.known(Text.of("fact.operator"), known))
            .orElseGet(
                () -> all.asked(Text.of("fact.operator"), snapshot.operator(), CardData::same))
            .asked(Text.of("fact.pin"), snapshot.pinTries(), String::valueOf)
            .told(
                Text.of("fact.temperature"),
                snapshot.temperatureCelsius(),
                v -> Text.format("fact.celsius", Math.round(v)))
            .told(
                Text.of("fact.supply"),
                snapshot.supplyVolts(),
                v -> Text.format("fact.volts", String.format(Locale.ROOT, "%.2f", v)));
    String name = Text.of("fact.profile");
    return device
        .hardwareProfile()
        .map(profile -> all.known(name, profile))
        .orElseGet(() -> all.missing(name, Text.of("fact.profile.none")))
        .facts();
  }

  private static String same(String text) {
    return text;
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
    return attachment == Attachment.State.CONNECTED && !bundled;
  }

  /// Whether the port was given to another program.
  public boolean released() {
    return attachment == Attachment.State.RELEASED;
  }
}
