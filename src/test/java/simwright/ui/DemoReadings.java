package simwright.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import simwright.acceptance.RunHeader;
import simwright.acceptance.Samples;
import simwright.at.command.Radio;
import simwright.at.command.ReadCounters;
import simwright.at.command.Registration;
import simwright.at.command.SimState;
import simwright.device.PacketContext;
import simwright.device.Reading;
import simwright.device.Rung;
import simwright.device.Service;
import simwright.device.Snapshot;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.identity.Imsi;
import simwright.transcript.TranscriptRange;
import simwright.ui.acceptance.AcceptanceSource;
import simwright.ui.acceptance.AcceptanceSource.Measurement;
import simwright.ui.acceptance.AcceptanceSource.Progress;
import simwright.ui.acceptance.AcceptanceSource.Run;
import simwright.ui.acceptance.AcceptanceSource.Step;
import simwright.ui.part.State;
import simwright.ui.result.ResultsSource.Result;

/// Made-up readings: what a device said, which plans there are, and what a run found.
final class DemoReadings {
  private DemoReadings() {}

  static List<AcceptanceSource.Plan> plans() {
    return List.of(
        new AcceptanceSource.Plan(
            "first-boot",
            "First boot",
            "Identity, SIM, registration, signal, context, address and ping of a new device.",
            9,
            "Switch the radio on.",
            true),
        new AcceptanceSource.Plan(
            "radio-cycle",
            "Radio cycle",
            "Radio off and on twenty times; the time to register each time.",
            4,
            "",
            true),
        new AcceptanceSource.Plan(
            "phone",
            "Phone by hand",
            "A person downloads a profile with a phone that no tool can drive.",
            10,
            "Delete the test profile on the phone.",
            false));
  }

  static Snapshot snapshot(Instant at, String model, List<Rung> ladder, double dbm) {
    Radio radio =
        new Radio(
            Optional.of("LTE"),
            Optional.empty(),
            Optional.of(dbm),
            Optional.of(-11.0),
            Optional.of(14.0),
            Optional.of("B3"),
            Optional.empty());
    return new Snapshot(
        at,
        new Reading.Known<>("Quectel", at),
        new Reading.Known<>(model, at),
        new Reading.Known<>("EC25EFAR06A06M4G", at),
        Reading.notAsked(),
        new Reading.Known<>(new Imei("490154203237518"), at),
        new Reading.Known<>(SimState.READY, at),
        new Reading.Known<>(3, at),
        new Reading.Known<>(1, at),
        new Reading.Known<>(new Iccid("8931086123456789010"), at),
        new Reading.Known<>(new Imsi("001010123456789"), at),
        new Reading.Known<>(new Eid("89049032123451234512345678901235"), at),
        Reading.notAsked(),
        new Reading.Known<>(registrations(), at),
        new Reading.Known<>("Test network", at),
        new Reading.Known<>(radio, at),
        new Reading.Known<>("LTE: 1, 3, 7, 8, 20, 28, 38, 40, 41", at),
        Reading.notAsked(),
        new Reading.Known<>(
            List.of(
                new PacketContext(1, "IPV4V6", "internet", true, List.of("10.64.3.17")),
                new PacketContext(2, "IP", "ims", false, List.of())),
            at),
        new Reading.Known<>(41.0, at),
        new Reading.Unavailable<>("The modem does not tell its supply", Optional.empty(), at),
        Reading.notAsked(),
        new Reading.Known<>("26/11/21,11:40:05+04", at),
        service(at),
        ladder);
  }

  private static List<Registration> registrations() {
    return List.of(
        new Registration(
            Registration.Domain.CS,
            3,
            Registration.State.DENIED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new FaultCode("emm", "15"))),
        new Registration(
            Registration.Domain.EPS,
            1,
            Registration.State.HOME,
            Optional.of("LTE"),
            Optional.of("54F6"),
            Optional.of("0B58E402"),
            Optional.empty()));
  }

  private static Service service(Instant at) {
    return new Service(
        new Reading.Known<>(1, at),
        new Reading.Known<>(true, at),
        new Reading.Known<>(new ReadCounters.Counters(1_234_567, 987), at),
        Reading.notAsked(),
        Reading.notAsked());
  }

  static List<Rung> ladder(int passed) {
    List<Rung> rungs = new ArrayList<>();
    for (Rung.Step step : Rung.Step.MODEM_STEPS) {
      int at = rungs.size();
      rungs.add(
          at < passed
              ? new Rung(step, Rung.State.PASSED, "Registered, home", Optional.empty())
              : at == passed
                  ? new Rung(
                      step,
                      Rung.State.FAILED,
                      "No card is inserted",
                      Optional.of(new FaultCode("cme", "10")))
                  : new Rung(step, Rung.State.NOT_REACHED, "Not reached", Optional.empty()));
    }
    return List.copyOf(rungs);
  }

  /// A finished run with one measurement of each kind.
  static Run run(Instant at, State verdict, String outcome) {
    TranscriptRange range = new TranscriptRange("ec25.log", 120, 480);
    List<Measurement> some =
        List.of(
            measure("Signal", "-93 dBm", -93, -110, -44, "-110 to -44 dBm", State.PASS, range),
            measure(
                "Time to register", "58.2 s", 58.2, 0, 60, "at most 60 s", State.MARGINAL, range),
            measure("Ping", "2.4 s", 2.4, 0, 1, "at most 1 s", State.FAIL, range));
    return new Run(
        "r1",
        "First boot",
        "ec25",
        true,
        at,
        Optional.of(verdict),
        outcome,
        "Ping took longer than the limit",
        "",
        RunHeader.NONE,
        Progress.OVER,
        List.of(
            new Step(
                "Identity",
                State.PASS,
                "Quectel EC25",
                Duration.ofMillis(400),
                Duration.ofMillis(320),
                List.of(),
                range),
            new Step(
                "Network",
                State.FAIL,
                "",
                Duration.ofMillis(400),
                Duration.ofMillis(61_400),
                some,
                range),
            new Step(
                "Teardown",
                State.IDLE,
                "",
                Duration.ofMillis(400),
                Duration.ZERO,
                List.of(),
                TranscriptRange.NONE)),
        List.of(
            new Samples(
                "signal",
                "Signal strength while the plan runs",
                "dBm",
                List.of(0L, 10_000L, 20_000L, 30_000L),
                List.of(-93.0, -97.5, -91.0, -93.0))));
  }

  static Result result(Instant at, String id, State verdict, String outcome) {
    return new Result(
        id,
        "first-boot",
        "ec25",
        true,
        "ines",
        at,
        Optional.of(Duration.ofMillis(61_720)),
        Optional.of(verdict),
        outcome,
        verdict == State.PASS ? "" : "Ping: round-trip 2.4 s (at most 1 s)");
  }

  private static Measurement measure(
      String name,
      String value,
      double number,
      double least,
      double most,
      String limits,
      State state,
      TranscriptRange range) {
    return new Measurement(
        name,
        value,
        OptionalDouble.of(number),
        OptionalDouble.of(least),
        OptionalDouble.of(most),
        (most - least) / 10,
        limits,
        state,
        range);
  }
}
