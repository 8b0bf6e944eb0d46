package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.audit.Book;
import simwright.journal.Recorded;

/// Who moves an order: the server it was placed with, and nobody else whose certificate is good.
class OrderHistoryTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final String OWN = "2.999.10";
  private static final String STRANGER = "2.999.77";

  private final List<Recorded> records = new ArrayList<>();

  @Test
  void theServerOfAnOrderMovesIt() {
    placed(OWN);
    tells(OWN, "package-installation");
    PlacedOrder one = all().getFirst();
    assertEquals("installed", one.state());
    assertEquals("package-installation", one.progress().orElseThrow().point());
    assertEquals(1, all().size());
  }

  @Test
  void anotherServerMovesNothingAndIsListedApart() {
    placed(OWN);
    tells(STRANGER, "package-download");
    tells(STRANGER, "package-installation");
    PlacedOrder strange = all().getFirst();
    PlacedOrder placed = all().getLast();
    assertEquals(2, all().size());
    assertEquals("allocated", placed.state());
    assertEquals("es2.example.com", placed.server());
    assertTrue(placed.progress().isEmpty());
    assertEquals("unmatched", strange.state());
    assertEquals(STRANGER, strange.server());
    assertEquals("package-installation", strange.progress().orElseThrow().point());
  }

  @Test
  void nobodyMovesAnOrderWhoseServerShowedNoIdentifier() {
    placed("");
    tells(STRANGER, "package-installation");
    assertEquals(List.of("unmatched", "allocated"), states());
  }

  @Test
  void theNextOrderOfAProfileListensToItsOwnServer() {
    placed(OWN);
    placed(STRANGER);
    tells(OWN, "package-installation");
    assertEquals(List.of("unmatched", "allocated", "allocated"), states());
    tells(STRANGER, "package-installation");
    assertEquals(List.of("unmatched", "installed", "allocated"), states());
  }

  private List<String> states() {
    return all().stream().map(PlacedOrder::state).toList();
  }

  private List<PlacedOrder> all() {
    Book book =
        (Book)
            Proxy.newProxyInstance(
                Book.class.getClassLoader(),
                new Class<?>[] {Book.class},
                (proxy, method, arguments) -> page((String) arguments[0], (Long) arguments[1]));
    return new OrderHistory(book, pseudonym -> Optional.empty()).read();
  }

  private List<Recorded> page(String words, long before) {
    return records.reversed().stream()
        .filter(each -> each.kind().equals(words) && each.seq() < before)
        .toList();
  }

  private void placed(String oid) {
    String shown = oid.isEmpty() ? "" : "\"oid\":\"" + oid + "\",";
    write("download", shown + "\"server\":\"es2.example.com\",\"state\":\"allocated\"");
  }

  private void tells(String oid, String point) {
    String at = START.plusSeconds(records.size()).toString();
    write(
        "progress",
        "\"server\":\"%s\",\"point\":\"%s\",\"passed\":true,\"code\":\"\",\"at\":\"%s\""
            .formatted(oid, point, at));
  }

  private void write(String what, String with) {
    String line = "{\"fields\":{\"with\":{\"iccid\":{\"pseudonym\":\"p1\"},%s}}}".formatted(with);
    int seq = records.size() + 1;
    records.add(new Recorded(seq, START.plusSeconds(seq), "anna", "order." + what, line));
  }
}
