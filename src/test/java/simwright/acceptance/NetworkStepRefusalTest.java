package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Plan;
import simwright.fault.Fault;

/// What plans may not do with modem, network and bench is refused when they are read, and what they
/// do is listed.
class NetworkStepRefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          AT+EGMR=1,7,"1"            | is never sent
          AT+QCFG="usbnet",1         | needs changes: deletes
          AT+CGACT=1,1               | needs changes: sets
          AT+COPS=?                  | needs changes: sets
          AT+CSQ;+CFUN=0             | needs changes: sets
          ATZ                        | needs changes: sets
          ATD112;                    | plans do not send
          AT+CPIN="1234"             | plans do not send
          AT+CGLA=1,10,"80E2910003"  | plans do not send
          AT+CSQ;+CMGS="1"           | plans do not send
          CSQ                        | an AT command line
          """)
  void whatChangesSomethingIsDeclaredAndWhatIsDangerousIsRefused(String command, String why) {
    Fault broken =
        assertThrows(
            Fault.class,
            () -> Rig.plan("- {kind: at, title: Send, with: {command: '" + command + "'}}\n", ""));
    assertTrue(broken.evidence().orElse("").contains(why), broken.evidence().orElse(""));
  }

  @Test
  void whatIsSentIsListedBeforeAnythingRuns() {
    Plan plan =
        Rig.plan(
            """
            - {kind: at, title: Reports, with: {command: AT+CGEREP=1, changes: sets}}
            - {kind: at, title: Ports, with: {command: 'AT+QCFG="usbnet",1', changes: deletes}}
            - {kind: urc, title: Told, with: {match: CGEV, command: 'AT+CGACT=0,1', changes: sets}}
            - {kind: attach, title: Away, with: {state: "off"}}
            - {kind: fault, title: Weak, with: {fault: signal-weak, db: 30}}
            """,
            """
                - {kind: attach, title: Back}
                - {kind: at, title: Context, with: {command: 'AT+CGACT=1,1', changes: sets}}
                - {kind: fault, title: Strong, with: {fault: signal-weak, state: end}}
            """
                + """
                teardown:
                  - {kind: attach, title: Back}
                  - {kind: fault, title: Strong, with: {fault: signal-weak, state: end}}
                """);
    List<String> listed = new ArrayList<>();
    plan.main().parts().stream()
        .flatMap(part -> part.each())
        .flatMap(step -> step.changes().stream())
        .map(Change::words)
        .forEach(listed::add);
    assertEquals(
        List.of(
            "AT+CGEREP=1",
            "AT+QCFG=\"usbnet\",1",
            "AT+CGACT=0,1",
            "AT+CGATT=0",
            "put an attenuation of 30 dB into the antenna's line"),
        listed);
    assertEquals(1, plan.uses(Change.Weight.DELETES));
  }

  @Test
  void aPlanThatLeavesATroubleStandingCannotBeUsed() {
    String begin = "- {kind: fault, title: Trouble, with: {fault: sim-out}}\n";
    String end = "- {kind: fault, title: Over, with: {fault: sim-out, state: end}}\n";
    Fault none = assertThrows(Fault.class, () -> Rig.plan(begin, "    " + end));
    assertTrue(none.evidence().orElse("").contains("no teardown clears it"), none.toString());
    Fault unsafe = assertThrows(Fault.class, () -> Rig.plan(begin, "teardown:\n  " + end));
    assertTrue(
        unsafe.evidence().orElse("").contains("the safe state does not clear it"),
        unsafe.evidence().orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          resource: att, do: 'on'           | 'att' can set_db
          resource: att, do: set_db         | takes db
          resource: other, do: 'on'         | does not name with a type
          resource: plain, do: 'on'         | does not name with a type
          resource: relay, do: cycle        | which no group around it holds
          """)
  void aResourceThatCannotDoSoIsRefusedWhenThePlanIsRead(String with, String why) {
    String rest =
        "resources: [plain, {name: att, type: attenuator}, {name: relay, type: power-relay}]\n";
    Fault broken =
        assertThrows(
            Fault.class,
            () -> Rig.plan("- {kind: resource, title: R, with: {" + with + "}}\n", rest));
    assertTrue(broken.evidence().orElse("").contains(why), broken.evidence().orElse(""));
  }
}
