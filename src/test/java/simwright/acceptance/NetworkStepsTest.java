package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Device;
import simwright.lab.Disturbance;

/// The steps that talk with modem and network: what they send, what they measure, and what they
/// refuse.
class NetworkStepsTest {
  @AutoClose private final Rig rig;

  NetworkStepsTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void anAnswersLineIsMeasuredByItsNamedGroups() {
    Run run =
        run(
            """
            - id: csq
              kind: at
              title: Strength
              with: {command: AT+CSQ, lines: '\\+CSQ: (?<rssi>\\d+),(?<ber>\\d+)', units: [rssi=index]}
              measure: [{name: rssi, unit: index}, {name: seconds, unit: s}]
            """);
    StepRecord step = last(run);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    double rssi = step.measured().getFirst().value().orElseThrow();
    assertTrue(rssi > 0 && rssi < 32, step.toString());
    assertTrue(said(step).contains("AT+CSQ"), "the bytes behind it are kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          command: AT+CGATT=2, changes: sets                    | FAIL | cme/50
          command: AT+CGATT=2, changes: sets, expect: cme/50    | PASS | cme/50
          command: AT+CGATT=2, changes: sets, expect: error     | PASS | cme/50
          command: AT+CGATT=2, changes: sets, expect: [ok, cme/30] | FAIL | cme/50
          command: AT+CSQ, expect: error                        | FAIL | none
          command: AT+CSQ, lines: 'nothing like it'             | FAIL | none
          command: AT+CIMI, lines: '(?<who>\\d+)', units: [who=n] | INCONCLUSIVE | none
          """)
  void whatIsExpectedHoldsAndAllElseFails(String with, Outcome outcome, String code) {
    String measure = with.contains("units") ? ", measure: [{name: who, unit: n}]" : "";
    Run run =
        run(
            "- {id: x, kind: at, title: Ask, with: {" + with + "}" + measure + "}\n",
            "",
            "    - {kind: attach, title: Attached}\n");
    assertEquals(outcome, last(run).outcome(), run.toString());
    String why = last(run).code().map(Object::toString).orElse("none");
    assertEquals(outcome == Outcome.PASS ? "none" : code, why);
  }

  @Test
  void whichReportsAModemMakesIsPutBackWhenThePortIsGivenUp() {
    String read =
        "- {id: n, kind: at, title: Reports, with: {command: 'AT+CEREG?', lines: '\\+CEREG:"
            + " (?<n>\\d)', units: [n=level]}, measure: [{name: n, unit: level}]}\n";
    Device device = rig.device("");
    double before = value(rig.run(plan(read, ""), device));
    Run set =
        rig.run(
            plan(
                "- {kind: at, title: On, with: {command: AT+CEREG=3, changes: sets}}\n" + read, ""),
            device);
    assertEquals(3, value(set));
    device.close();
    assertEquals(before, value(rig.run(plan(read, ""), device)));
  }

  /// The network takes the device again at once in both; what it was told is what it keeps.
  @Test
  void howLongADeviceStaysAwayIsWhatTheNetworkToldIt() {
    double shortly = value(congested(1));
    double longer = value(congested(4));
    assertTrue(shortly < 3, shortly + " s");
    assertTrue(longer >= 3 && longer < 20, longer + " s");
  }

  private Run congested(int seconds) {
    String end = "- {kind: fault, title: Over, with: {fault: operator-denied, state: end}}\n";
    String main =
        "- {kind: at, title: Causes, with: {command: AT+CEREG=3, changes: sets}}\n"
            + "- parallel:\n    branches:\n"
            + "      - {title: D, steps: [{kind: urc, title: Told, with: {match: '0,22\\s*$'}}]}\n"
            + "      - {title: N, steps: [{kind: fault, title: Full, with: {fault: operator-denied,"
            + " cause: 22, back_off_s: "
            + seconds
            + "}}]}\n"
            + end
            + "- {id: n, kind: registered, title: Back, within_s: 30, measure: [{name: seconds,"
            + " unit: s}]}\n";
    Device device = seconds == 1 ? rig.device("") : rig.at(rig.folder.resolve("b/ec25").toString());
    return rig.run(plan(main, "teardown:\n  " + end, "    " + end), device);
  }

  private static double value(Run run) {
    return step(run, "n").measured().getFirst().value().orElseThrow();
  }

  @Test
  void anUnsolicitedLineIsHeardThoughItComesAtOnce() {
    Run run =
        run(
            """
            - {kind: at, title: Reports, with: {command: AT+CGEREP=1, changes: sets}}
            - id: gone
              kind: urc
              title: The context ends
              with: {match: 'CGEV: ME PDN DEACT (?<cid>\\d+)', units: [cid=number], command: 'AT+CGACT=0,1', changes: sets}
              measure: [{name: cid, unit: number}, {name: seconds, unit: s}]
            - {kind: context-activate, title: It is back}
            - {id: never, kind: urc, title: Nothing, within_s: 0.3, with: {match: NOTHING}}
            """,
            "",
            "    - {kind: at, title: Context, with: {command: 'AT+CGACT=1,1', changes: sets}}\n");
    StepRecord heard = step(run, "gone");
    assertEquals(1.0, heard.measured().getFirst().value().orElseThrow());
    StepRecord never = step(run, "never");
    assertEquals(Outcome.TIMEOUT, never.outcome());
    assertEquals(AcceptanceCodes.NOT_SAID, never.code().orElseThrow());
  }

  @Test
  void aCablePulledWhileWaitingIsABenchErrorAtOnce() {
    long start = rig.time.nanos();
    Run run =
        rig.run(
            plan("- {kind: urc, title: Wait, within_s: 120, with: {match: NOTHING}}\n", ""),
            rig.device(""),
            new Cancel(),
            view -> {
              if (view.step().equals("Wait")) {
                rig.bench.disturb("ec25", new Disturbance.Unplug());
              }
            });
    assertEquals(Outcome.ERROR, run.outcome(), run.toString());
    assertTrue(rig.time.nanos() - start < 60_000_000_000L, "it does not wait to the end");
  }

  @Test
  void attachAndContextAreSwitchedAndAskedFor() {
    Run run =
        run(
            """
            - {id: away, kind: attach, title: Away, with: {state: "off"}, measure: [{name: seconds, unit: s}]}
            - {kind: at, title: So it is, with: {command: 'AT+CGATT?', lines: '\\+CGATT: 0'}}
            - {id: back, kind: attach, title: Back, within_s: 20, measure: [{name: seconds, unit: s}]}
            - {kind: registered, title: Registered, within_s: 20}
            - {kind: context-activate, title: Idle, with: {state: "off"}}
            - {kind: at, title: It is idle, with: {command: 'AT+CGACT?', lines: '\\+CGACT: 1,0'}}
            - {kind: context-activate, title: Active}
            - {kind: address, title: With an address}
            """,
            """
            teardown:
              - {kind: attach, title: Back}
              - {kind: context-activate, title: Active}
            """,
            """
                - {kind: attach, title: Back, within_s: 20}
                - {kind: context-activate, title: Active}
            """);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    assertEquals(Safety.State.VERIFIED, run.safety().state());
  }

  @Test
  void aRefusedAttachFailsWithTheModemsCode() {
    Run run =
        run(
            """
            - {kind: fault, title: No network, with: {fault: signal-lost}}
            - {kind: attach, title: Attach, within_s: 20}
            """,
            """
            teardown:
              - {kind: fault, title: Network, with: {fault: signal-lost, state: end}}
            """,
            """
                - {kind: fault, title: Network, with: {fault: signal-lost, state: end}}
            """);
    assertEquals(Outcome.FAIL, run.outcome(), run.toString());
    assertEquals("cme/30", run.steps().get(2).code().orElseThrow().toString());
  }

  @Test
  void temperatureSupplyAndCountersAreRead() {
    Run run =
        run(
            """
            - {id: hot, kind: temperature, title: Hot, measure: [{name: celsius, unit: °C}]}
            - {kind: fault, title: Battery, with: {fault: battery-low, percent: 9}}
            - {id: low, kind: supply, title: Low, measure: [{name: volts, unit: V}, {name: percent, unit: "%"}]}
            - {id: before, kind: counters, title: Before, measure: [{name: sent, unit: bytes}, {name: received, unit: bytes}]}
            - {kind: ping, title: Ping, within_s: 40}
            - {id: after, kind: counters, title: After, with: {since: before}, measure: [{name: sent, unit: bytes}]}
            """,
            """
            teardown:
              - {kind: fault, title: Usual, with: {fault: battery-low, state: end}}
            """,
            """
                - {kind: fault, title: Usual, with: {fault: battery-low, state: end}}
            """);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    assertEquals(38, step(run, "hot").measured().getFirst().value().orElseThrow());
    assertEquals(3.454, step(run, "low").measured().getFirst().value().orElseThrow());
    assertEquals(9, step(run, "low").measured().getLast().value().orElseThrow());
    assertEquals(240, step(run, "after").measured().getFirst().value().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"signal-lost", "sim-out", "operator-denied", "power-cut"})
  void aTroubleIsFeltWhileItStandsAndUndoneInTheTeardown(String fault) {
    Run run =
        run(
            "- {kind: fault, title: Trouble, with: {fault: "
                + fault
                + ", cause: 17}}\n"
                + "- {kind: registered, title: Registered, within_s: 1}\n",
            "teardown:\n  - {kind: fault, title: Over, with: {fault: " + fault + ", state: end}}\n",
            "    - {kind: fault, title: Over, with: {fault: "
                + fault
                + ", state: end}}\n"
                + "    - {kind: connect, title: It answers again, tries: 10, pause_s: 0.5}\n"
                + "    - {kind: functionality, title: Off, with: {level: 0}, tries: 9, pause_s:"
                + " 0.5}\n"
                + "    - {kind: functionality, title: On, with: {level: 1}}\n"
                + "    - {kind: registered, title: Registered again, within_s: 30}\n");
    assertEquals(Outcome.PASS, run.steps().get(1).outcome(), run.toString());
    assertTrue(!run.steps().get(2).outcome().fine(), run.toString());
    assertEquals("Over", run.steps().getLast().title());
    assertEquals(Outcome.PASS, run.steps().getLast().outcome());
    assertEquals(Safety.State.VERIFIED, run.safety().state(), run.toString());
  }

  @Test
  void whereTheBenchCannotDoItAPersonIsAskedAndNobodysAnswerIsInconclusive() {
    Device device = rig.device("");
    Around byHand = Around.on(Surroundings.byHand());
    Found asked = new Found();
    Run run =
        rig.run(
            plan(
                "- {kind: fault, title: Trouble, within_s: 5, with: {fault: signal-weak, db:"
                    + " 20}}\n",
                "teardown:\n"
                    + "  - {kind: fault, title: Over, with: {fault: signal-weak, state: end}}\n",
                "    - {kind: fault, title: Over, with: {fault: signal-weak, state: end}}\n"),
            device,
            RunTools.none().with(byHand),
            asked);
    assertEquals(
        List.of(
            "put an attenuation of 20 dB into the antenna's line",
            "take the attenuation out again"),
        asked.texts);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    Run nobody =
        rig.run(
            plan(
                "- {kind: fault, title: Trouble, within_s: 1, with: {fault: sim-out}}\n",
                "teardown:\n"
                    + "  - {kind: fault, title: Over, with: {fault: sim-out, state: end}}\n",
                "    - {kind: fault, title: Over, with: {fault: sim-out, state: end}}\n"),
            device,
            RunTools.none().with(Around.on(Surroundings.byHand())),
            Attendant.absent());
    assertEquals(Outcome.INCONCLUSIVE, nobody.outcome());
    assertEquals(AcceptanceCodes.NOT_DONE, nobody.steps().get(1).code().orElseThrow());
    assertEquals(Safety.State.UNSAFE, nobody.safety().state(), "nobody said that it is undone");
  }

  @Test
  void serversAreDisturbedAndBehaveAgain() {
    Device device = rig.device("");
    var unused = rig.bench.startServers();
    Run run =
        rig.run(
            plan(
                "- {kind: fault, title: Slow, with: {fault: server-slow}}\n"
                    + "- {kind: fault, title: Silent, with: {fault: server-unreachable}}\n",
                "",
                """
                    - {kind: fault, title: Over, with: {fault: server-slow, state: end}}
                    - {kind: fault, title: Over, with: {fault: server-unreachable, state: end}}
                teardown:
                  - {kind: fault, title: Over, with: {fault: server-slow, state: end}}
                  - {kind: fault, title: Over, with: {fault: server-unreachable, state: end}}
                """),
            device);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    assertEquals("the bench did it: block the way to the provisioning server", words(run, 2));
    assertEquals(Safety.State.VERIFIED, run.safety().state());
  }

  /// The program ended in the middle of a run: nobody knows what stands, so all of it is undone.
  @Test
  void afterAKilledProgramEveryTroubleThatMayStandIsUndone() {
    List<Disturbance> done = new ArrayList<>();
    Around after = Around.after(act -> done.add(act));
    Run run =
        rig.run(
            plan(
                "- {kind: fault, title: Over, with: {fault: signal-weak, state: end}}\n"
                    + "- {kind: fault, title: Over, with: {fault: sim-out, state: end}}\n",
                ""),
            rig.device(""),
            RunTools.none().with(after),
            Attendant.absent());
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    assertEquals(List.of(new Disturbance.Attenuation(0), new Disturbance.Sim(true)), done);
    done.clear();
    Run fresh =
        rig.run(
            plan("- {kind: fault, title: Over, with: {fault: sim-out, state: end}}\n", ""),
            rig.at(rig.folder.resolve("b/ec25").toString()),
            RunTools.none().with(Around.on(act -> done.add(act))),
            Attendant.absent());
    assertEquals("it was not begun", last(fresh).words());
    assertEquals(List.of(), done);
  }

  private static String words(Run run, int step) {
    return run.steps().get(step).words();
  }

  @Test
  void aResourceIsWorkedByTheMacrosOfItsType() {
    String rest =
        """
        resources: [{name: att, type: attenuator, each: device}, {name: relay, type: power-relay}]
        teardown:
          - group: {title: As before, hold: [att], steps: [{kind: resource, title: None, with: {resource: att, do: set_db, db: 0}}]}
        """;
    Run run =
        run(
            """
            - group:
                title: Weak
                hold: [att]
                steps:
                  - {kind: resource, title: 20 dB, with: {resource: att, do: set_db, db: 20}}
                  - {id: field, kind: signal, title: Signal, measure: [{name: rsrp, unit: dBm}]}
            - group:
                title: Supply
                hold: [relay]
                steps:
                  - {kind: resource, title: Cycle, with: {resource: relay, do: cycle, pause_s: 0.2}}
                  - {kind: connect, title: It answers again, tries: 10, pause_s: 0.5}
            """,
            rest,
            "    - {kind: resource, title: None, with: {resource: att, do: set_db, db: 0}}\n");
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    assertEquals(-113, step(run, "field").measured().getFirst().value().orElseThrow());
  }

  /// Says that it is done.
  private static final class Found implements Attendant {
    private final List<String> texts = new ArrayList<>();

    @Override
    @SuppressWarnings("unchecked")
    public <A> Optional<A> ask(Question<A> question) {
      texts.add(question.text());
      return (Optional<A>) Optional.of("Done");
    }
  }

  private Run run(String main) {
    return rig.run(plan(main, ""), rig.device(""));
  }

  private Run run(String main, String rest, String safe) {
    return rig.run(plan(main, rest, safe), rig.device(""));
  }

  private static Plan plan(String main, String rest) {
    return plan(main, rest, "");
  }

  /// `safe` goes on with the steps of the safe state.
  private static Plan plan(String main, String rest, String safe) {
    return Rig.plan(main, safe + rest);
  }

  private static StepRecord last(Run run) {
    return run.steps().getLast();
  }

  private static StepRecord step(Run run, String id) {
    return run.steps().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private String said(StepRecord step) {
    try {
      String text = Files.readString(rig.transcripts.resolve(step.range().file()));
      return text.substring((int) step.range().from(), (int) step.range().to());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
