package simwright.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.fault.FaultCode;

/// The words for every code, and a search over them. The texts are resources, one file per layer.
public final class Runbook {
  private static final Pattern MODEM_ERROR =
      Pattern.compile("\\+?(CME|CMS) ERROR\\s*:\\s*([0-9]{1,9})", Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE = Pattern.compile("[a-z0-9+]+/[A-Za-z0-9.-]+");

  private final Map<FaultCode, Entry> entries;

  private Runbook(Map<FaultCode, Entry> entries) {
    this.entries = entries;
  }

  /// The shipped runbook.
  public static Runbook shipped() {
    Map<FaultCode, Entry> entries = new LinkedHashMap<>();
    YAMLMapper yaml = new YAMLMapper();
    try {
      for (String layer : resource("index.txt").lines().toList()) {
        for (JsonNode node : yaml.readTree(resource(layer + ".yaml"))) {
          Entry entry = entry(node);
          if (entries.put(entry.code(), entry) != null) {
            throw new IllegalStateException("two entries for " + entry.code());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Runbook(entries);
  }

  /// The entry of a code.
  public Optional<Entry> entry(FaultCode code) {
    return Optional.ofNullable(entries.get(code));
  }

  /// All entries, by layer.
  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  /// Entries for whatever a person pastes: a code, a line of a modem, or words. The best come
  /// first.
  public List<Entry> search(String text) {
    String asked = text.strip();
    Matcher modem = MODEM_ERROR.matcher(asked);
    if (modem.find()) {
      String layer = modem.group(1).toLowerCase(Locale.ROOT);
      String number = Integer.toString(Integer.parseInt(modem.group(2)));
      return entry(new FaultCode(layer, number)).stream().toList();
    }
    Matcher code = CODE.matcher(asked.toLowerCase(Locale.ROOT));
    if (code.matches()) {
      return entry(FaultCode.parse(code.group())).stream().toList();
    }
    return asked.isEmpty() ? List.of() : words(asked);
  }

  private List<Entry> words(String asked) {
    List<Entry> title = new ArrayList<>();
    List<Entry> anywhere = new ArrayList<>();
    String lower = asked.toLowerCase(Locale.ROOT);
    for (Entry entry : entries.values()) {
      if (entry.title().toLowerCase(Locale.ROOT).contains(lower)) {
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

  private static String resource(String name) throws IOException {
    String path = "/simwright/runbook/" + name;
    try (InputStream in = Objects.requireNonNull(Runbook.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
