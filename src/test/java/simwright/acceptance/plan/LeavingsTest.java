package simwright.acceptance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.acceptance.step.Steps;
import simwright.fault.Fault;

/// A plan that would leave the device otherwise than it was is refused when it is read; one whose
/// safe state puts it back is not.
class LeavingsTest {
  private static final String HEAD =
      """
      name: leaves
      title: Leaves
      wear: {orders: 1, switches: 9, test_orders: the bench's}
      setup:
        - {kind: connect, title: C}
        - {id: home, kind: card, title: H}
      main:
        - {id: mine, kind: profile-download, title: D}
      """;

  /// What is done, what the safe state does about it, and what is said to be left.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          functionality, with: {level: 4}                                 | sim                                                                  | the radio off
          functionality, with: {level: 4}                                 | functionality, with: {level: 0}                                      | the radio off
          functionality, with: {level: 0}                                 | functionality                                                        | ''
          functionality, with: {level: 4}                                 | at, with: {command: AT+CFUN=1, changes: sets}                        | ''
          functionality, with: {level: 1}                                 | sim                                                                  | ''
          at, with: {command: AT+CFUN=4, changes: sets}                   | sim                                                                  | the radio off
          at, with: {command: AT+CFUN=4, changes: sets}                   | at, with: {command: AT+CFUN=0, changes: sets}                        | the radio off
          at, with: {command: AT+CFUN=4, changes: sets}                   | functionality                                                        | ''
          at, with: {command: AT+CGATT=0, changes: sets}                  | sim                                                                  | the device detached
          at, with: {command: AT+CGATT=0, changes: sets}                  | attach                                                               | ''
          at, with: {command: 'AT+CGDCONT=3,"IP","x"', changes: sets}     | sim                                                                  | what AT+CGDCONT sets
          at, with: {command: 'AT+CSQ;+CGDCONT=3,"IP"', changes: sets}    | at, with: {command: 'AT+CGDCONT?'}                                   | what AT+CGDCONT sets
          at, with: {command: 'AT+CGDCONT=3,"IP","x"', changes: sets}     | at, with: {command: AT+CGDCONT=3, changes: sets}                     | ''
          at, with: {command: AT+CGATT=2, changes: sets, expect: error}   | sim                                                                  | ''
          at, with: {command: AT+CEREG=2, changes: sets}                  | sim                                                                  | ''
          at, with: {command: 'AT+COPS=?', changes: sets}                 | sim                                                                  | ''
          urc, with: {match: X, command: 'AT+CGACT=0,1', changes: sets}   | sim                                                                  | what AT+CGACT sets
          default-server, with: {server: a.test}                          | sim                                                                  | another default server
          default-server, with: {server: a.test}                          | default-server, with: {server: b.test}                               | another default server
          default-server, with: {server: a.test}                          | default-server, with: {as_before: home}                              | ''
          profile-enable, with: {profile: mine}                           | sim                                                                  | the profile of 'mine' in use
          profile-enable, with: {profile: mine}                           | profile-enable, with: {profile: mine}                                | the profile of 'mine' in use
          profile-enable, with: {profile: mine}                           | profile-enable, with: {profile: home}                                | ''
          profile-enable, with: {profile: mine}                           | profile-disable, with: {profile: mine}                               | ''
          profile-disable, with: {profile: home}                          | sim                                                                  | the profile of 'home' out of use
          profile-disable, with: {profile: home}                          | profile-enable, with: {profile: mine}                                | the profile of 'home' out of use
          profile-disable, with: {profile: home}                          | profile-enable, with: {profile: home}                                | ''
          profile-enable, with: {profile: home}                           | sim                                                                  | ''
          """)
  void whatIsLeftAndNotPutBackIsRefused(String does, String safe, String left) {
    String plan =
        HEAD
            + ("- {title: Does, kind: " + does + "}").indent(2)
            + "safe_state:\n  title: S\n  by_hand: B\n  steps:\n"
            + ("- {title: Safe, kind: " + safe + "}").indent(4);
    if (left.equals("''")) {
      assertEquals("leaves", read(plan).name());
    } else {
      Fault broken = assertThrows(Fault.class, () -> read(plan));
      assertEquals(
          "line 9: it leaves " + left + ", and no safe state of the plan puts that back",
          broken.evidence().orElse(""));
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 1, ok", "1, 4, refused"})
  void whatTheSafeStateDoesLastCounts(int first, int last, String how) {
    String plan =
        HEAD
            + "safe_state:\n  title: S\n  by_hand: B\n  steps:\n"
            + "    - {kind: functionality, title: One, with: {level: %d}}\n".formatted(first)
            + "    - {kind: functionality, title: Two, with: {level: %d}}\n".formatted(last);
    if (how.equals("ok")) {
      assertEquals("leaves", read(plan).name());
    } else {
      assertThrows(Fault.class, () -> read(plan));
    }
  }

  private static Plan read(String text) {
    return Plans.read(text, "leaves.yaml", Steps.all());
  }
}
