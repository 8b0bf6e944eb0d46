package simwright.catalog.region;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import simwright.catalog.CatalogCodes;
import simwright.document.WrittenFile;

/// The regions there are, by code.
public record Regions(Map<String, Country> countries, Map<String, Group> groups) {
  private static final String SHIPPED = "/simwright/catalog/regions.yaml";
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading regions", CatalogCodes.BROKEN_RULES);

  public Regions {
    countries = Map.copyOf(countries);
    groups = Map.copyOf(groups);
  }

  /// Those that ship.
  public static Regions shipped() {
    try (InputStream in =
        Objects.requireNonNull(Regions.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "regions.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a file of regions; throws `catalog/broken-rules` with the line.
  public static Regions read(String text, String where) {
    WrittenFile file = WrittenFile.read(READING, text, where);
    if (file.root().path("regions").asInt() != 1) {
      throw file.broken("/regions", "it does not say 'regions: 1'");
    }
    Map<String, Country> countries = new TreeMap<>();
    file.root()
        .path("countries")
        .properties()
        .forEach(each -> countries.put(each.getKey(), country(file, each)));
    Map<String, Group> groups = new TreeMap<>();
    file.root()
        .path("groups")
        .properties()
        .forEach(each ->
            groups.put(
                each.getKey(),
                new Group(
                    code(file, "groups", each.getKey()),
                    each.getValue().path("name").asText(each.getKey()),
                    Set.copyOf(texts(each.getValue().path("countries"))))));
    return new Regions(countries, groups);
  }

  private static Country country(WrittenFile file, Map.Entry<String, JsonNode> each) {
    List<String> mccs = texts(each.getValue().path("mccs"));
    String calling = each.getValue().path("calling").asText();
    if (mccs.isEmpty()
        || !mccs.stream().allMatch(mcc -> mcc.matches("[0-9]{3}"))
        || !calling.matches("[0-9]{1,4}")) {
      throw file.broken(
          "/countries/" + each.getKey(), "a country has mccs of three digits and a calling code");
    }
    return new Country(
        code(file, "countries", each.getKey()),
        each.getValue().path("name").asText(each.getKey()),
        mccs,
        calling);
  }

  private static String code(WrittenFile file, String kind, String code) {
    if (!code.matches("[A-Z][A-Z0-9]{1,9}")) {
      throw file.broken("/" + kind + "/" + code, "a code is 2 to 10 capital letters and digits");
    }
    return code;
  }

  private static List<String> texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(each -> all.add(each.asText()));
    return List.copyOf(all);
  }

  /// These with others, which add to them and replace entries.
  public Regions with(Regions own) {
    Map<String, Country> allCountries = new LinkedHashMap<>(countries);
    allCountries.putAll(own.countries);
    Map<String, Group> allGroups = new LinkedHashMap<>(groups);
    allGroups.putAll(own.groups);
    return new Regions(allCountries, allGroups);
  }

  /// Whether a code is one of a country or a group.
  public boolean knows(String code) {
    return countries.containsKey(code) || groups.containsKey(code);
  }

  /// The codes of the countries that have a mobile country code.
  public Set<String> ofMcc(String mcc) {
    Set<String> found = new TreeSet<>();
    countries.values().stream()
        .filter(each -> each.mccs().contains(mcc))
        .forEach(each -> found.add(each.code()));
    return found;
  }

  /// Whether a region, a country or a group, has a country in it.
  public boolean holds(String region, String country) {
    Group group = groups.get(region);
    return region.equals(country)
        || group != null && (group.countries().isEmpty() || group.countries().contains(country));
  }

  /// The code that a person means by a code or a name in any case.
  public Optional<String> meant(String text) {
    String wanted = text.strip();
    String code = wanted.toUpperCase(Locale.ROOT);
    if (knows(code)) {
      return Optional.of(code);
    }
    Optional<String> country =
        countries.values().stream()
            .filter(each -> each.name().equalsIgnoreCase(wanted))
            .map(Country::code)
            .findAny();
    return country.or(() ->
        groups.values().stream()
            .filter(each -> each.name().equalsIgnoreCase(wanted))
            .map(Group::code)
            .findAny());
  }
}
