package simwright.catalog.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogCodes;
import simwright.catalog.CatalogProfile;
import simwright.catalog.LifecycleState;
import simwright.document.Schema;
import simwright.document.WrittenFile;
import simwright.fault.Fault;

/// A migration plan that was read, with the text it was read from: what is wrong is told with its
/// line.
public record MigrationFile(MigrationPlan plan, WrittenFile file) {
  private static final Schema SCHEMA =
      new Schema(
          "/simwright/schema/cli/catalog-migration.schema.json",
          "a migration plan has migration, from, to and orders");
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading a migration plan", CatalogCodes.BROKEN_PLAN);

  /// Reads one; throws `catalog/broken-plan`.
  public static MigrationFile read(String text, String where) {
    WrittenFile file = WrittenFile.read(READING, text, where);
    file.hold(SCHEMA);
    JsonNode root = file.root();
    List<MigrationPlan.Order> orders = new ArrayList<>();
    for (JsonNode each : root.path("orders")) {
      orders.add(
          new MigrationPlan.Order(
              each.path("old").asText(),
              each.path("new").asText(),
              each.path("code").asText(),
              each.path("confirmation").asText("")));
    }
    return new MigrationFile(
        new MigrationPlan(
            root.path("migration").asText(),
            root.path("about").asText(""),
            root.path("from").asText(),
            root.path("to").asText(),
            root.path("filter").asText(""),
            !root.path("old-profile").asText().equals("keep"),
            root.path("most-failures").asInt(1),
            orders),
        file);
  }

  /// What is wrong with an order, counted from 0, at one of its fields.
  public Fault wrong(int order, String field, String why) {
    return file.broken("/orders/" + order + "/" + field, why);
  }

  /// The profiles that the orders mean; throws `catalog/broken-plan` where the catalog has none
  /// like that, or one that cannot be meant.
  public List<MigrationPair> pairs(Catalog catalog) {
    List<MigrationPair> pairs = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < plan.orders().size(); i++) {
      MigrationPlan.Order order = plan.orders().get(i);
      CatalogProfile old = found(catalog, i, "old", order.old(), plan.from());
      CatalogProfile fresh = found(catalog, i, "new", order.fresh(), plan.to());
      if (!seen.add(old.key())) {
        throw wrong(i, "old", "it is meant by two orders, or is new and old");
      }
      if (!seen.add(fresh.key())) {
        throw wrong(i, "new", "it is meant by two orders, or is new and old");
      }
      if (!plan.meant().test().test(old)) {
        throw wrong(i, "old", "the filter '" + plan.filter() + "' does not mean it");
      }
      if (old.eid().isEmpty()) {
        throw wrong(i, "old", "the catalog does not say on which card it is");
      }
      pairs.add(new MigrationPair(i, old, fresh, order));
    }
    return pairs;
  }

  private CatalogProfile found(
      Catalog catalog, int order, String field, String named, String version) {
    CatalogProfile profile;
    try {
      profile = catalog.find(named);
    } catch (Fault none) {
      throw wrong(order, field, none.code() + none.evidence().map(why -> ", " + why).orElse(""));
    }
    if (!profile.version().equals(version)) {
      throw wrong(
          order,
          field,
          "the catalog has it in version '" + profile.version() + "', not '" + version + "'");
    }
    if (profile.state() == LifecycleState.REVOKED
        || field.equals("new") && profile.state() == LifecycleState.DELETED) {
      throw wrong(order, field, "it is " + profile.state().key());
    }
    return profile;
  }

  /// The profiles of the version before that are on a card and for which no order was given.
  public List<CatalogProfile> without(Catalog catalog) {
    Set<String> given = new HashSet<>();
    pairs(catalog).forEach(each -> given.add(each.old().key()));
    return catalog.search(plan.meant()).stream()
        .filter(each -> each.version().equals(plan.from()) && each.state().onCard())
        .filter(each -> !given.contains(each.key()))
        .toList();
  }

  /// The published schema.
  public static String schema() {
    return SCHEMA.text();
  }
}
