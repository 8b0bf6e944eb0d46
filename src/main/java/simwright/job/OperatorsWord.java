package simwright.job;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.command.AskNetwork;
import simwright.at.command.ListPdus;
import simwright.at.command.StoredMessage;
import simwright.at.command.UssdRun;
import simwright.at.sms.Tpdu;
import simwright.fault.Fault;
import simwright.quota.QuotaCodes;
import simwright.time.Time;

/// What an operator says through a device: in the short messages that are stored there, or in
/// answer to a service code. Messages stay where they are; nothing of them is kept that is about no
/// quota.
final class OperatorsWord {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final String DOING = "asking the operator for a quota";

  private OperatorsWord() {}

  /// A text, and when the operator's centre took it.
  record Text(Instant at, String words) {}

  /// The messages that are stored in a modem, oldest first.
  static List<Text> messages(AtEngine engine, String device, Instant now) {
    Answer<List<String>> format = engine.change("AT+CMGF=0");
    format
        .code()
        .ifPresent(code -> {
          throw new Fault(code, DOING, device);
        });
    Answer<List<StoredMessage>> stored = engine.send(new ListPdus());
    if (stored.value().isEmpty()) {
      throw new Fault(stored.code().orElseThrow(), DOING, device);
    }
    List<Text> all = new ArrayList<>();
    for (StoredMessage each : stored.value().get()) {
      if (each.message() instanceof Tpdu.Deliver came) {
        all.add(
            new Text(came.time().map(OffsetDateTime::toInstant).orElse(now), came.body().text()));
      }
    }
    all.sort(Comparator.comparing(Text::at));
    return all;
  }

  /// What the network answers to a service code; throws `quota/no-answer` where it says nothing in
  /// time or does not know the code.
  static Text answer(AtEngine engine, String device, String code, Time time) {
    Answer<Optional<AskNetwork.Reply>> said =
        UssdRun.run(engine, new AskNetwork(code), ANSWER, time);
    if (said.value().isEmpty()) {
      throw new Fault(said.code().orElseThrow(), DOING, device);
    }
    return said.value()
        .get()
        .filter(each -> each.status() < 2 && !each.text().isEmpty())
        .map(each -> new Text(time.now(), each.text()))
        .orElseThrow(() -> new Fault(QuotaCodes.NO_ANSWER, DOING, device));
  }
}
