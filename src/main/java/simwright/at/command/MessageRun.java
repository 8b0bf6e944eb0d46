package simwright.at.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.Collectors;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.Exchange;
import simwright.at.Urc;
import simwright.at.sms.Submission;
import simwright.at.sms.Tpdu;
import simwright.observe.Subscription;
import simwright.time.Deadline;
import simwright.time.Time;

/// A message sent to the device's own number, followed until it has come back, then deleted (3GPP
/// TS 27.005 in PDU mode). Messages of other people are left alone. What it changes on the modem,
/// the format and the report of new messages, is put back with the other settings.
public final class MessageRun {
  /// How it went: in how many parts it was sent, what came back, and after how long; nothing came
  /// back in time where `received` is empty.
  public record Outcome(int parts, Optional<String> received, Duration took) {}

  private final AtEngine engine;
  private final Submission message;
  private final Time time;
  private final LinkedBlockingDeque<Integer> places = new LinkedBlockingDeque<>();
  private final List<StoredMessage> come = new ArrayList<>();

  private MessageRun(AtEngine engine, Submission message, Time time) {
    this.engine = engine;
    this.message = message;
    this.time = time;
  }

  /// Sends it with this reference (0 to 255) and waits for it; a refusal is that of the command
  /// that was refused.
  public static Answer<Outcome> run(
      AtEngine engine, Submission message, int reference, Duration within, Time time) {
    return new MessageRun(engine, message, time).run(reference, within);
  }

  private Answer<Outcome> run(int reference, Duration within) {
    Answer<List<String>> last = engine.change("AT+CMGF=0");
    if (last instanceof Answer.Value<List<String>>) {
      last = engine.change("AT+CNMI=2,1,0,0,0");
    }
    if (last instanceof Answer.Refused<List<String>>(var cause, var exchange)) {
      return new Answer.Refused<>(cause, exchange);
    }
    long start = time.nanos();
    List<Submission.Unit> units = message.units(reference);
    try (Subscription _ = engine.urcs().subscribe(this::heard)) {
      Exchange sent = last.exchange();
      for (Submission.Unit unit : units) {
        switch (engine.send(new SendPdu(unit))) {
          case Answer.Refused<Integer>(var cause, var exchange) -> {
            return new Answer.Refused<>(cause, exchange);
          }
          case Answer.Unparsed<Integer>(var exchange) -> {
            return new Answer.Unparsed<>(exchange);
          }
          case Answer.Value<Integer>(_, var exchange) -> sent = exchange;
        }
      }
      boolean whole = collected(units.size(), time.deadline(within));
      come.forEach(each -> engine.send(new DeleteMessage(each.index())));
      Optional<String> received = whole ? Optional.of(joined()) : Optional.empty();
      Duration took = Duration.ofNanos(time.nanos() - start);
      return new Answer.Value<>(new Outcome(units.size(), received, took), sent);
    }
  }

  private void heard(Urc urc) {
    Unsolicited.of(urc.line())
        .filter(Unsolicited.MessageStored.class::isInstance)
        .map(Unsolicited.MessageStored.class::cast)
        .ifPresent(stored -> {
          synchronized (places) {
            places.add(stored.index());
            places.notifyAll();
          }
        });
  }

  /// Reads what came until all parts are there; false when they did not come in time.
  private boolean collected(int parts, Deadline deadline) {
    while (come.size() < parts) {
      int place;
      synchronized (places) {
        if (!time.await(places, () -> !places.isEmpty(), deadline)) {
          return false;
        }
        place = places.removeFirst();
      }
      engine.send(new ReadPdu(place)).value().filter(this::ours).ifPresent(come::add);
    }
    return true;
  }

  private String joined() {
    return come.stream()
        .map(each -> (Tpdu.Deliver) each.message())
        .sorted(Comparator.comparing(MessageRun::number))
        .map(each -> each.body().text())
        .collect(Collectors.joining());
  }

  private boolean ours(StoredMessage stored) {
    return stored.message() instanceof Tpdu.Deliver deliver
        && !deliver.body().text().isEmpty()
        && message.text().contains(deliver.body().text());
  }

  private static int number(Tpdu.Deliver deliver) {
    return deliver.body().part().map(part -> part.number()).orElse(1);
  }
}
