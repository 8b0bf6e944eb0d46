package simwright.app;

import java.util.List;
import java.util.Map;
import simwright.app.CommandJsonTest.Use;

/// Examples of the commands of the catalog, for what is printed as JSON.
final class CatalogUses {
  private CatalogUses() {}

  static void into(Map<String, List<Use>> uses) {
    uses.put(
        "catalog-import",
        List.of(
            Use.of(0, "catalog import D/profiles.csv --data D"),
            Use.of(1, "catalog import D/bad.csv --data D"),
            Use.of(2, "catalog import D/none.txt --data D"),
            Use.of(3, "catalog import D/no-such.csv --data D")));
    uses.put(
        "catalog-apn-check",
        List.of(
            Use.of(0, "catalog apn check B/spare --data D/ruled"),
            Use.of(1, "catalog apn check B/ec25 --data D")));
    uses.put(
        "catalog-apn-repair",
        List.of(
            Use.of(0, "catalog apn repair B/spare --data D/ruled"),
            Use.of(2, "catalog apn repair B/ec25 --data D")));
    uses.put(
        "catalog-operators-list",
        List.of(
            Use.of(0, "catalog operators list orange --data D"),
            Use.of(1, "catalog operators list nothing-like-this --data D"),
            Use.of(1, "catalog operators list --own --data D/ruled")));
    uses.put(
        "catalog-operators-show",
        List.of(
            Use.of(1, "catalog operators show Ours --data D/ruled"),
            Use.of(2, "catalog operators show none --data D")));
    uses.put("catalog-list", List.of(Use.of(0, "catalog list --data D")));
    uses.put(
        "catalog-show",
        List.of(
            Use.of(0, "catalog show PROD-FR-PARIS-2026 --data D"),
            Use.of(2, "catalog show none --data D")));
    uses.put("catalog-check", List.of(Use.of(1, "catalog check --data D")));
    uses.put("catalog-name", List.of(Use.of(1, "catalog name prod-fr-26 --data D")));
    uses.put(
        "catalog-move",
        List.of(
            Use.of(0, "catalog move PROD-FR-PARIS-2026 released --why order --data D"),
            Use.of(2, "catalog move PROD-FR-PARIS-2026 reserved --why x --data D/none")));
    uses.put("catalog-export", List.of(Use.of(0, "catalog export D/out.yaml --data D")));
    uses.put("catalog-reconcile", List.of(Use.of(1, "catalog reconcile B/ec25 --data D")));
    uses.put(
        "catalog-migrate",
        List.of(
            Use.of(0, "catalog migrate D/plan.yaml --dry-run --data D"),
            Use.of(2, "catalog migrate D/none.txt --dry-run --data D"),
            Use.of(3, "catalog migrate D/plan.yaml --data D"),
            Use.of(3, "catalog migrate D/no-such.yaml --data D")));
    uses.put(
        "catalog-sanitise",
        List.of(
            Use.of(1, "catalog sanitise B/lost --yes --data D"),
            Use.of(2, "catalog sanitise B/lost --certificate x.doc --data D"),
            Use.of(3, "catalog sanitise B/lost --data D")));
    uses.put(
        "catalog-reprovision",
        List.of(
            Use.of(
                3, "catalog reprovision B/ec25 --yes --code LPA:1$smdp.example.com$A-1 --data D"),
            Use.of(2, "catalog reprovision B/ec25 --code nonsense --data D")));
    uses.put(
        "catalog-retire",
        List.of(
            Use.of(1, "catalog retire wrong --yes --data D"),
            Use.of(2, "catalog retire none --data D"),
            Use.of(3, "catalog retire PROD-FR-PARIS-2026 --data D")));
  }
}
