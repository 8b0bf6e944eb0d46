package simwright.catalog.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Field;
import simwright.catalog.ProfileReader;
import simwright.catalog.ProfileText;
import simwright.identity.Iccid;
import simwright.identity.Identifier;
import simwright.identity.Imsi;

/// The profiles of a file, held against those that are here: which can be taken, what is wrong with
/// the others, and what is odd.
public record Incoming(
    String name, int rows, List<CatalogProfile> good, List<Trouble> bad, List<Trouble> odd) {
  public Incoming {
    good = List.copyOf(good);
    bad = List.copyOf(bad);
    odd = List.copyOf(odd);
  }

  /// Reads a file of this name; throws `catalog/broken-file` where it is none of profiles. A field
  /// that a file does not have, or leaves empty, stays as it is here.
  public static Incoming read(byte[] bytes, String name, List<CatalogProfile> here) {
    List<Line> lines = ProfileFile.read(bytes, name);
    Rows rows = new Rows(here);
    lines.forEach(rows::take);
    return new Incoming(name, lines.size(), rows.good, rows.bad, rows.odd);
  }

  /// How many rows cannot be used.
  public int badRows() {
    return (int) bad.stream().mapToInt(Trouble::line).distinct().count();
  }

  private static final class Rows {
    private final Map<String, CatalogProfile> known = new HashMap<>();
    private final Map<String, Integer> iccids = new HashMap<>();
    private final Map<String, Integer> imsis = new HashMap<>();
    private final List<CatalogProfile> good = new ArrayList<>();
    private final List<Trouble> bad = new ArrayList<>();
    private final List<Trouble> odd = new ArrayList<>();

    Rows(List<CatalogProfile> here) {
      here.forEach(each -> each.iccid().ifPresent(iccid -> known.put(iccid.value(), each)));
    }

    void take(Line line) {
      String called = line.fields().path(Field.NAME.key()).asText("");
      List<Trouble> wrong = new ArrayList<>();
      if (!line.wrong().isEmpty()) {
        wrong.add(new Trouble(line.number(), called, "", line.wrong()));
      }
      ProfileReader.Read read = ProfileReader.read("", line.fields());
      read.wrong()
          .forEach((field, why) -> wrong.add(new Trouble(line.number(), called, field.key(), why)));
      Optional<CatalogProfile> before = read.profile().iccid().map(Iccid::value).map(known::get);
      CatalogProfile profile =
          before
              .map(old -> ProfileReader.read("", over(old, line.fields())).profile())
              .orElse(read.profile());
      if (wrong.isEmpty()) {
        missing(line, profile, wrong);
        twice(line, called, profile, wrong);
        before.ifPresent(old -> step(line, old, profile, wrong));
      }
      if (wrong.isEmpty()) {
        good.add(profile);
        digits(line, profile);
      }
      bad.addAll(wrong);
    }

    private static ObjectNode over(CatalogProfile old, ObjectNode fields) {
      ObjectNode all = ProfileText.node(old);
      fields.properties().stream()
          .filter(each -> !each.getValue().isNull() && !each.getValue().asText("-").isEmpty())
          .forEach(each -> all.set(each.getKey(), each.getValue()));
      return all;
    }

    private static void missing(Line line, CatalogProfile profile, List<Trouble> wrong) {
      if (profile.iccid().isEmpty()) {
        wrong.add(new Trouble(line.number(), profile.name(), "iccid", "it is missing"));
      }
      if (profile.name().isEmpty()) {
        wrong.add(new Trouble(line.number(), "", "name", "it is missing"));
      }
    }

    private void twice(Line line, String called, CatalogProfile profile, List<Trouble> wrong) {
      profile
          .iccid()
          .map(Iccid::value)
          .map(each -> iccids.putIfAbsent(each, line.number()))
          .ifPresent(first -> wrong.add(same(line, called, "iccid", first)));
      profile
          .imsi()
          .map(Imsi::value)
          .map(each -> imsis.putIfAbsent(each, line.number()))
          .ifPresent(first -> wrong.add(same(line, called, "imsi", first)));
    }

    private static Trouble same(Line line, String called, String field, int first) {
      return new Trouble(line.number(), called, field, "line " + first + " has the same");
    }

    private static void step(
        Line line, CatalogProfile old, CatalogProfile profile, List<Trouble> wrong) {
      if (old.state() != profile.state() && !old.state().leadsTo(profile.state())) {
        wrong.add(
            new Trouble(
                line.number(),
                profile.name(),
                "state",
                "it is " + old.state().key() + " here and cannot become " + profile.state().key()));
      }
    }

    private void digits(Line line, CatalogProfile profile) {
      digits(line, profile, profile.iccid());
      digits(line, profile, profile.eid());
    }

    private void digits(
        Line line, CatalogProfile profile, Optional<? extends Identifier> identifier) {
      identifier
          .filter(each -> each.check() == Identifier.Check.WRONG)
          .ifPresent(each ->
              odd.add(
                  new Trouble(
                      line.number(), profile.name(), each.kind(), "its check digit is wrong")));
    }
  }
}
