package simwright.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import simwright.catalog.ByteCount;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Expiry;
import simwright.catalog.Field;
import simwright.catalog.LifecycleState;
import simwright.catalog.Move;
import simwright.catalog.check.Finding;
import simwright.catalog.exchange.Trouble;
import simwright.catalog.naming.NameCheck;
import simwright.catalog.naming.Named;

/// What the commands print of the catalog, for people and for programs.
final class CatalogWords {
  private CatalogWords() {}

  static List<String> heading() {
    return List.of(
        "NAME", "ICCID", "STATE", "USE", "COVERAGE", "REGION", "OPERATOR", "EXPIRY", "CAP");
  }

  static List<String> row(CatalogProfile profile, boolean identified) {
    return List.of(
        profile.name(),
        profile.told(Field.ICCID, identified),
        state(profile) + (profile.staged() ? ", staged" : ""),
        profile.use().key(),
        profile.coverage().key(),
        (profile.region() + " " + profile.place()).strip(),
        profile.operator(),
        profile.told(Field.EXPIRY, identified),
        cap(profile.cap()));
  }

  /// Who is withdrawn is gone only when all of that was seen.
  private static String state(CatalogProfile profile) {
    return profile.state() == LifecycleState.REVOKED
        ? "revocation incomplete"
        : profile.state().key();
  }

  static String cap(OptionalLong cap) {
    return cap.isPresent() ? new ByteCount(cap.getAsLong()).words() : "";
  }

  static Map<String, Object> node(Move move) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("at", move.at().toString());
    node.put("by", move.actor());
    node.put("from", move.from());
    node.put("to", move.to());
    node.put("why", move.why());
    return node;
  }

  static String line(Move move) {
    return "  "
        + move.at()
        + "  "
        + (move.from().isEmpty() ? "" : move.from() + " → ")
        + move.to()
        + ", by "
        + move.actor()
        + (move.why().isEmpty() ? "" : ": " + move.why());
  }

  static Map<String, Object> node(Expiry expiry) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", expiry.profile().name());
    node.put("iccid", expiry.profile().shortened());
    node.put("last", expiry.last().toString());
    node.put("daysLeft", expiry.daysLeft());
    return node;
  }

  static Map<String, Object> node(Finding finding) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", finding.profile().name());
    node.put("iccid", finding.profile().shortened());
    node.put("check", finding.check());
    node.put("words", finding.words());
    node.put("fix", finding.fix().orElse(null));
    return node;
  }

  static String line(Finding finding) {
    return "▲ "
        + finding.profile().words()
        + ", "
        + finding.check()
        + ": "
        + finding.words()
        + fix(finding.fix());
  }

  static String fix(Optional<String> fix) {
    return fix.map(each -> ". Instead: " + each).orElse("");
  }

  static Map<String, Object> node(NameCheck check) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", check.name());
    node.put("fits", check.fits());
    node.put("says", check.says().map(CatalogWords::node).orElse(null));
    node.put("wrong", check.wrong());
    node.put("proposal", check.proposal().orElse(null));
    return node;
  }

  private static Map<String, Object> node(Named named) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("use", named.use().map(each -> each.key()).orElse(null));
    node.put("region", named.region());
    node.put("place", named.place());
    node.put("year", named.year().isPresent() ? named.year().getAsInt() : null);
    node.put("standby", named.standby());
    return node;
  }

  static Map<String, Object> node(Trouble trouble) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("line", trouble.line());
    node.put("profile", trouble.profile());
    node.put("field", trouble.field());
    node.put("why", trouble.why());
    return node;
  }
}
