package simwright.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.fault.FaultCode;

/// The words for every code, the glossary, and a search over them. The texts are resources, one
/// file per layer.
public final class Runbook {
  /// An order is placed at a server alone; what the same refusal means to a download is another
  /// thing.
  private static final String ORDERED =
      "No card has to do with it: the order is as the server tells it (simwright order list).";

  private final Map<FaultCode, Entry> entries;
  private final List<Term> glossary;
  private final PairWords pairs = new PairWords();
  private final ResultWords results;

  private Runbook(Map<FaultCode, Entry> entries, List<Term> glossary) {
    this.entries = entries;
    this.results = new ResultWords(entries.keySet());
    this.glossary = glossary;
  }

  /// The shipped runbook.
  public static Runbook shipped() {
    Map<FaultCode, Entry> entries = new LinkedHashMap<>();
    for (String layer : Resource.text("index.txt").lines().toList()) {
      for (JsonNode node : nodes(layer + ".yaml")) {
        Entry entry = entry(node);
        if (entries.put(entry.code(), entry) != null) {
          throw new IllegalStateException("two entries for " + entry.code());
        }
      }
    }
    List<Term> terms = new ArrayList<>();
    for (JsonNode node : nodes("glossary.yaml")) {
      terms.add(
          new Term(
              node.path("term").asText(),
              node.path("full").asText(),
              node.path("meaning").asText()));
    }
    return new Runbook(entries, List.copyOf(terms));
  }

  /// The entry of a code. Servers of every kind refuse with the same pairs, so one text serves for
  /// all; a pair that has none gets words from its two numbers, and so does a card's result.
  public Optional<Entry> entry(FaultCode code) {
    Entry own = entries.get(code);
    if (own != null || !PairWords.spokenOn(code.layer())) {
      return Optional.ofNullable(own).or(() -> results.entry(code));
    }
    return Optional.ofNullable(entries.get(new FaultCode("es9+", code.code())))
        .map(entry -> entry.under(code))
        .or(() -> pairs.entry(code))
        .map(entry -> code.layer().equals("es2+") ? entry.withState(ORDERED) : entry);
  }

  /// All entries, by layer.
  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  /// The words of the trade, in the order of the alphabet.
  public List<Term> glossary() {
    return glossary;
  }

  /// The terms that match: those of this name first, then those that hold the words.
  public List<Term> glossary(String text) {
    String asked = text.strip().toLowerCase(Locale.ROOT);
    List<Term> named = new ArrayList<>();
    List<Term> holding = new ArrayList<>();
    for (Term term : glossary) {
      String name = term.name().toLowerCase(Locale.ROOT);
      String all = name + " " + term.full() + " " + term.meaning();
      if (name.equals(asked) || term.full().equalsIgnoreCase(asked)) {
        named.add(term);
      } else if (!asked.isEmpty() && all.toLowerCase(Locale.ROOT).contains(asked)) {
        holding.add(term);
      }
    }
    named.addAll(holding);
    return named;
  }

  /// Entries for whatever a person pastes: a code, a bare number, a line of a modem, a status word,
  /// or words. The best come first.
  public List<Entry> search(String text) {
    Pasted pasted = Pasted.of(text);
    List<Entry> found = new ArrayList<>();
    for (FaultCode code : pasted.codes()) {
      entry(code).ifPresent(found::add);
    }
    entries.values().stream()
        .filter(entry -> entry.code().code().equals(pasted.number()))
        .forEach(found::add);
    return pasted.decides() || !found.isEmpty() ? found : words(text.strip());
  }

  /// The code that is written so, in any case.
  Optional<FaultCode> named(String text) {
    return entries.keySet().stream()
        .filter(code -> code.toString().equalsIgnoreCase(text))
        .findFirst()
        .or(() -> entry(FaultCode.parse(text.toLowerCase(Locale.ROOT))).map(Entry::code));
  }

  private List<Entry> words(String asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    List<Entry> title = new ArrayList<>();
    List<Entry> anywhere = new ArrayList<>();
    String lower = asked.toLowerCase(Locale.ROOT);
    for (Entry entry : entries.values()) {
      if (entry.code().toString().equalsIgnoreCase(asked)) {
        title.addFirst(entry);
      } else if (entry.title().toLowerCase(Locale.ROOT).contains(lower)) {
        title.add(entry);
      } else if (holdsAll(entry, lower.split("\\s+"))) {
        anywhere.add(entry);
      }
    }
    title.addAll(anywhere);
    return title;
  }

  private static boolean holdsAll(Entry entry, String[] words) {
    String all =
        (entry.code() + " " + entry.title() + " " + entry.meaning() + " " + entry.next())
            .toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static Entry entry(JsonNode node) {
    return new Entry(
        FaultCode.parse(node.path("code").asText()),
        node.path("title").asText(),
        node.path("meaning").asText(),
        node.path("state").asText(),
        node.path("next").asText(),
        node.path("owner").asText(),
        node.path("retry").asText());
  }

  private static JsonNode nodes(String name) {
    try {
      return new YAMLMapper().readTree(Resource.text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
