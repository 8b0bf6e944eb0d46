package simwright.tlv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Names for tags where they stand: a context tag means one thing in one data object and another
/// elsewhere. The names are data, `tags.txt`.
public final class Tags {
  private static final Tags ROOT = load();

  private final String name;
  private final String type;
  private final String clause;
  private final Map<Integer, Tags> inside = new LinkedHashMap<>();

  private Tags(String name, String type, String clause) {
    this.name = name;
    this.type = type;
    this.clause = clause;
  }

  /// The dictionary, from which to go down.
  public static Tags root() {
    return ROOT;
  }

  /// The entry of a tag inside this one. Tags that mean the same everywhere are looked up at the
  /// top where nothing else is said; context tags are not.
  public Optional<Tags> in(Tag tag) {
    Optional<Tags> here = Optional.ofNullable(inside.get(tag.value()));
    boolean everywhere = tag.kind() == Tag.Kind.APPLICATION || tag.kind() == Tag.Kind.PRIVATE;
    return here.isEmpty() && (everywhere || tag.length() > 1)
        ? Optional.ofNullable(ROOT.inside.get(tag.value()))
        : here;
  }

  /// What the standard calls it.
  public String name() {
    return name;
  }

  /// How its value is to be read, as `tags.txt` says; "-" for data objects or bytes.
  public String type() {
    return type;
  }

  /// Where it is laid down.
  public String clause() {
    return clause;
  }

  /// The tags that are known here.
  public List<Tag> known() {
    return inside.keySet().stream().map(Tag::of).toList();
  }

  private static Tags load() {
    Tags root = new Tags("", "-", "");
    Deque<Tags> open = new ArrayDeque<>(List.of(root));
    String path = "/simwright/tlv/tags.txt";
    try (InputStream in = Objects.requireNonNull(Tags.class.getResourceAsStream(path), path)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> {
            int depth = (line.length() - line.stripLeading().length()) / 2;
            while (open.size() > depth + 1) {
              open.pop();
            }
            Tags above = open.element();
            String[] parts = line.strip().split(" ", 4);
            String clause = parts.length > 3 ? parts[3] : above.clause;
            Tags entry = new Tags(parts[1], parts[2], clause);
            if (above.inside.put(Tag.parse(parts[0]).value(), entry) != null) {
              throw new IllegalStateException("two names for " + line.strip());
            }
            open.push(entry);
          });
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
