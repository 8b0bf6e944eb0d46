package simwright.kpi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import simwright.identity.Identifier;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.observe.Subscription;
import simwright.time.HandTime;

/// A book in memory whose clock is turned by hand; identifiers stand in it as pseudonyms.
final class HandBook implements Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HandTime time;
  private final List<Recorded> all = new ArrayList<>();

  HandBook(HandTime time) {
    this.time = time;
  }

  @Override
  public Recorded append(Event event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("clock", time.nanos() / 1_000_000);
    line.put("fields", written(event.fields()));
    try {
      Recorded recorded =
          new Recorded(
              all.size() + 1, time.now(), "tester", event.kind(), JSON.writeValueAsString(line));
      all.add(recorded);
      return recorded;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object written(Object value) {
    return switch (value) {
      case Identifier known -> Map.of("pseudonym", "p" + known.hashCode());
      case Map<?, ?> map -> {
        Map<Object, Object> inner = new LinkedHashMap<>();
        map.forEach((key, each) -> inner.put(key, written(each)));
        yield inner;
      }
      case List<?> list -> list.stream().map(HandBook::written).toList();
      default -> value;
    };
  }

  @Override
  public Subscription follow(long from, Consumer<Recorded> reader) {
    all.stream().filter(each -> each.seq() >= from).forEach(reader);
    return () -> {};
  }
}
