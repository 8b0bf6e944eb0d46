package simwright.catalog.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Use;
import simwright.catalog.region.Regions;

/// Reads names by a grammar, checks them, and proposes the name that fits.
public final class Naming {
  private static final int CENTURY = 2000;

  private final Grammar grammar;
  private final Regions regions;

  /// By this grammar, with these regions.
  public Naming(Grammar grammar, Regions regions) {
    this.grammar = grammar;
    this.regions = regions;
  }

  /// The grammar.
  public Grammar grammar() {
    return grammar;
  }

  /// Checks a name by itself, as somebody types it.
  public NameCheck check(String name) {
    Reading reading = read(name);
    Optional<String> proposal =
        reading.wrong().isEmpty() ? Optional.empty() : mended(name).filter(other -> fits(other));
    return new NameCheck(name, reading.says(), reading.wrong(), proposal);
  }

  /// Checks the name of a profile also against what the profile says of itself.
  public NameCheck check(CatalogProfile profile) {
    Reading reading = read(profile.name());
    List<String> wrong = new ArrayList<>(reading.wrong());
    reading.says().ifPresent(named -> wrong.addAll(against(named, profile)));
    Optional<String> proposal =
        wrong.isEmpty()
            ? Optional.empty()
            : proposed(profile).filter(other -> !other.equals(profile.name())).filter(this::fits);
    return new NameCheck(profile.name(), reading.says(), wrong, proposal);
  }

  /// The name that a profile should have by what it says of itself; empty where it does not say
  /// enough.
  public Optional<String> proposed(CatalogProfile profile) {
    List<String> parts = new ArrayList<>();
    for (Part part : grammar.parts()) {
      Optional<String> word =
          switch (part) {
            case Part.OfUse uses -> word(uses, meant(profile));
            case Part.OfRegion _ -> Optional.of(profile.region()).filter(regions::knows);
            case Part.OfPlace place ->
                Optional.of(bare(profile.place()))
                    .filter(each -> each.isEmpty() || each.matches(place.pattern()))
                    .filter(each -> place.optional() || !each.isEmpty());
            case Part.OfEnding ending ->
                standsBy(profile)
                    ? Optional.of(ending.standby())
                    : profile.expiry().map(day -> Integer.toString(day.getYear()));
          };
      if (word.isEmpty()) {
        return Optional.empty();
      }
      parts.add(word.get());
    }
    return Optional.of(
        parts.stream()
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(grammar.separator())));
  }

  /// A profile on standby keeps the use that its name tells, where it tells one.
  private Use meant(CatalogProfile profile) {
    return profile.use() == Use.STANDBY
        ? read(profile.name()).says().flatMap(Named::use).orElse(Use.STANDBY)
        : profile.use();
  }

  private static boolean standsBy(CatalogProfile profile) {
    return profile.staged() || profile.use() == Use.STANDBY;
  }

  private List<String> against(Named named, CatalogProfile profile) {
    List<String> wrong = new ArrayList<>();
    named
        .use()
        .filter(use -> use != profile.use() && profile.use() != Use.STANDBY)
        .ifPresent(use ->
            wrong.add("the name says " + use.key() + ", the profile " + profile.use().key()));
    if (!named.region().isEmpty()
        && !profile.region().isEmpty()
        && !named.region().equals(profile.region())) {
      wrong.add("the name says " + named.region() + ", the profile " + profile.region());
    }
    if (!named.place().isEmpty()
        && !profile.place().isEmpty()
        && !named.place().equals(bare(profile.place()))) {
      wrong.add("the name says " + named.place() + ", the profile " + profile.place());
    }
    if (named.standby() && !standsBy(profile)) {
      wrong.add("the name says standby, the profile is neither staged nor for standby");
    }
    if (!named.standby() && standsBy(profile)) {
      wrong.add("the profile is for standby, the name does not say so");
    }
    profile
        .expiry()
        .filter(day -> named.year().isPresent() && named.year().getAsInt() != day.getYear())
        .ifPresent(day ->
            wrong.add("the name says " + named.year().getAsInt() + ", the profile ends " + day));
    return wrong;
  }

  private boolean fits(String name) {
    return read(name).wrong().isEmpty();
  }

  private record Reading(Optional<Named> says, List<String> wrong) {
    static Reading wrong(String why) {
      return new Reading(Optional.empty(), List.of(why));
    }
  }

  /// An optional place is there when there are as many words as parts.
  private Reading read(String name) {
    List<String> words =
        Arrays.asList(name.split(java.util.regex.Pattern.quote(grammar.separator()), -1));
    boolean all = words.size() == grammar.parts().size();
    List<Part> parts =
        grammar.parts().stream()
            .filter(part -> all || !(part instanceof Part.OfPlace place && place.optional()))
            .toList();
    if (words.size() != parts.size()) {
      return Reading.wrong("a name is " + grammar.words());
    }
    List<String> wrong = new ArrayList<>();
    Named named = new Named(Optional.empty(), "", "", OptionalInt.empty(), false);
    for (int i = 0; i < parts.size(); i++) {
      named = read(parts.get(i), words.get(i), named, wrong);
    }
    return new Reading(wrong.isEmpty() ? Optional.of(named) : Optional.empty(), wrong);
  }

  private Named read(Part part, String word, Named so, List<String> wrong) {
    return switch (part) {
      case Part.OfUse uses -> {
        Optional<Use> use = Optional.ofNullable(uses.words().get(word));
        if (use.isEmpty()) {
          wrong.add("'" + word + "' is no use: " + listed(uses.words().keySet()));
        }
        yield new Named(use, so.region(), so.place(), so.year(), so.standby());
      }
      case Part.OfRegion _ -> {
        if (!regions.knows(word)) {
          wrong.add("'" + word + "' is the code of no region");
        }
        yield new Named(so.use(), word, so.place(), so.year(), so.standby());
      }
      case Part.OfPlace place -> {
        if (!word.matches(place.pattern())) {
          wrong.add("'" + word + "' is no place: capital letters and digits");
        }
        yield new Named(so.use(), so.region(), word, so.year(), so.standby());
      }
      case Part.OfEnding ending -> {
        boolean year = word.matches("20[0-9]{2}");
        boolean standby = word.equals(ending.standby());
        if (!year && !standby) {
          wrong.add("'" + word + "' is neither a year nor " + ending.standby());
        }
        OptionalInt told = year ? OptionalInt.of(Integer.parseInt(word)) : OptionalInt.empty();
        yield new Named(so.use(), so.region(), so.place(), told, standby);
      }
    };
  }

  private static String listed(java.util.Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }

  /// What was probably meant by a name: other separators, small letters, long words, names of
  /// countries, years of two digits.
  private Optional<String> mended(String name) {
    List<String> words =
        Arrays.stream(name.strip().split("[-_. /]+", -1)).filter(each -> !each.isEmpty()).toList();
    List<String> mended = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      mended.add(mended(words.get(i), i == 0, i == words.size() - 1));
    }
    return Optional.of(String.join(grammar.separator(), mended));
  }

  private String mended(String word, boolean first, boolean last) {
    String bare = bare(word);
    if (last && bare.matches("[2-9][0-9]")) {
      return Integer.toString(CENTURY + Integer.parseInt(bare));
    }
    if (first) {
      return use(bare).orElse(bare);
    }
    return last ? bare : regions.meant(word).orElse(bare);
  }

  private Optional<String> use(String word) {
    for (Part part : grammar.parts()) {
      if (part instanceof Part.OfUse uses) {
        if (uses.words().containsKey(word)) {
          return Optional.of(word);
        }
        Optional<Use> use =
            uses.words().values().stream()
                .distinct()
                .filter(each -> begins(each.key().toUpperCase(Locale.ROOT), word))
                .findAny();
        return use.flatMap(each -> word(uses, each));
      }
    }
    return Optional.empty();
  }

  private static boolean begins(String whole, String word) {
    return word.length() >= 3 && (whole.startsWith(word) || word.startsWith(whole));
  }

  private static Optional<String> word(Part.OfUse uses, Use use) {
    return uses.words().entrySet().stream()
        .filter(each -> each.getValue() == use)
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /// In capital letters without accents and blanks.
  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]", "");
  }
}
