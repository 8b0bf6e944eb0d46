package simwright.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.audit.Book;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.journal.Recorded;
import simwright.rsp.es2.HandleDownloadProgressInfo.Point;

/// What was ordered here, as the book tells: one order after another for each profile, newest
/// first. Only the server an order was placed with moves it.
final class OrderHistory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 1000;
  private static final String KIND = "order.";

  private final Book book;
  private final Function<String, Optional<String>> reveal;
  private final Map<String, PlacedOrder> current = new LinkedHashMap<>();
  private final Map<String, String> oids = new HashMap<>();
  private final Map<String, PlacedOrder> unmatched = new LinkedHashMap<>();
  private final List<PlacedOrder> ended = new ArrayList<>();

  /// Of a book; `reveal` gives the identifier behind a pseudonym while it is not forgotten.
  OrderHistory(Book book, Function<String, Optional<String>> reveal) {
    this.book = book;
    this.reveal = reveal;
  }

  List<PlacedOrder> read() {
    records().forEach(this::take);
    List<PlacedOrder> all = new ArrayList<>(ended);
    all.addAll(current.values());
    all.addAll(unmatched.values());
    all.sort((one, other) -> other.placed().compareTo(one.placed()));
    return all;
  }

  /// The records of orders, oldest first; the words of the index may stand in others, too.
  private List<Recorded> records() {
    List<Recorded> found = new ArrayList<>();
    for (String what : List.of("download", "confirm", "release", "cancel", "progress")) {
      long before = Long.MAX_VALUE;
      List<Recorded> page = book.search(KIND + what, before, PAGE);
      while (!page.isEmpty()) {
        page.stream().filter(each -> each.kind().equals(KIND + what)).forEach(found::add);
        before = page.getLast().seq();
        page = page.size() < PAGE ? List.of() : book.search(KIND + what, before, PAGE);
      }
    }
    found.sort((one, other) -> Long.compare(one.seq(), other.seq()));
    return found;
  }

  private void take(Recorded record) {
    JsonNode with = fields(record).path("with");
    String profile = with.path("iccid").path("pseudonym").asText();
    Instant at = record.at();
    String what = record.kind().substring(KIND.length());
    if (what.equals("progress")) {
      told(record, with, profile);
      return;
    }
    PlacedOrder before = current.get(profile);
    if (what.equals("download") && before != null) {
      ended.add(before);
      oids.remove(profile);
    }
    String oid = with.path("oid").asText();
    if (!oid.isEmpty()) {
      oids.put(profile, oid);
    }
    PlacedOrder known =
        before == null || what.equals("download") ? fresh(record, with, profile) : before;
    PlacedOrder next =
        switch (what) {
          case "confirm" ->
              known
                  .terms(eid(with), with.path("confirmationCode").asBoolean())
                  .now(with.path("state").asText(), at);
          default -> known.now(with.path("state").asText(), at);
        };
    current.put(profile, next);
  }

  /// A server shows who it is with its certificate; that of an order is known since it was asked.
  private void told(Recorded record, JsonNode with, String profile) {
    String server = with.path("server").asText();
    PlacedOrder order = current.get(profile);
    if (order != null && server.equals(oids.get(profile))) {
      current.put(profile, further(order, with, record.at()));
      return;
    }
    String key = profile + " " + server;
    PlacedOrder before = unmatched.get(key);
    PlacedOrder known = before == null ? fresh(record, with, profile) : before;
    unmatched.put(key, further(known, with, record.at()).now(PlacedOrder.UNMATCHED, record.at()));
  }

  /// An order that was not placed here is known from the first that was heard of it.
  private PlacedOrder fresh(Recorded record, JsonNode with, String profile) {
    return new PlacedOrder(
        reveal.apply(profile).map(Iccid::new),
        eid(with),
        "",
        with.path("server").asText(),
        false,
        record.actor(),
        record.at(),
        record.at(),
        Optional.empty());
  }

  private Optional<Eid> eid(JsonNode with) {
    String card = with.path("eid").path("pseudonym").asText();
    return card.isEmpty() ? Optional.empty() : reveal.apply(card).map(Eid::new);
  }

  private static PlacedOrder further(PlacedOrder order, JsonNode with, Instant at) {
    String point = with.path("point").asText();
    boolean passed = with.path("passed").asBoolean();
    PlacedOrder told =
        order.at(
            new PlacedOrder.Progress(
                point,
                passed,
                with.path("code").asText(),
                Instant.parse(with.path("at").asText())));
    if (passed && point.equals(OrderListener.word(Point.PACKAGE_DOWNLOAD))) {
      return told.now("downloaded", at);
    }
    return point.equals(OrderListener.word(Point.PACKAGE_INSTALLATION))
        ? told.now(passed ? "installed" : "released", at)
        : told;
  }

  private static JsonNode fields(Recorded record) {
    try {
      return JSON.readTree(record.line()).path("fields");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of the log is no JSON", e);
    }
  }
}
