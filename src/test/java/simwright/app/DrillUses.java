package simwright.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simwright.app.CommandJsonTest.Use;

/// The commands for drills, as [CommandJsonTest] tries them.
final class DrillUses {
  private DrillUses() {}

  static Map<String, List<Use>> all() {
    Map<String, List<Use>> uses = new TreeMap<>();
    uses.put("drill-list", List.of(Use.of(0, "drill list --data D")));
    uses.put(
        "drill-run",
        List.of(
            Use.of(1, "drill run local-outage --bench B --device B/ec25 --repeat 1 --data D"),
            Use.of(2, "drill run first-boot --device B/ec25 --data D")));
    uses.put(
        "drill-schedule-add",
        List.of(
            Use.of(
                0,
                "drill schedule add n local-outage --device B/ec25 --day tue --at 03:00 --data D"),
            Use.of(2, "drill schedule add n local-outage --device x --day may --at 3 --data D")));
    uses.put("drill-schedule-list", List.of(Use.of(0, "drill schedule list --data D")));
    uses.put("drill-schedule-remove", List.of(Use.of(1, "drill schedule remove none --data D")));
    uses.put("drill-schedule-run-due", List.of(Use.of(0, "drill schedule run-due --data D")));
    uses.put(
        "drill-compare",
        List.of(
            Use.of(0, "drill compare --data D"), Use.of(2, "drill compare local-outage --data D")));
    uses.put("drill-history", List.of(Use.of(0, "drill history --data D")));
    uses.put("failover-record", List.of(Use.of(2, "failover record /dev/none --data D/none")));
    return uses;
  }
}
