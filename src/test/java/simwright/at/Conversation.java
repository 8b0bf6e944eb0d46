package simwright.at;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Framer and line states without an engine: bytes in, events out.
final class Conversation implements Framer.Sink {
  final List<String> events = new ArrayList<>();
  final List<Urc> urcs = new ArrayList<>();
  final Framer framer = new Framer(this);
  long dropped;
  Inbox inbox;

  Conversation(@Nullable AtCommand<?> command) {
    this(command, false);
  }

  Conversation(@Nullable AtCommand<?> command, boolean words) {
    inbox = command == null ? new Inbox.Idle() : Inbox.Open.of(command, words);
    framer.prompting(command != null && command.body().isPresent());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  Conversation hear(String text) {
    return hear(bytes(text));
  }

  Conversation hear(byte[] bytes) {
    framer.accept(bytes, bytes.length);
    return this;
  }

  /// Nothing more comes.
  Conversation end() {
    framer.pause();
    return this;
  }

  Optional<Inbox.Closed> closed() {
    return inbox instanceof Inbox.Closed closed ? Optional.of(closed) : Optional.empty();
  }

  @Override
  public void line(String text) {
    events.add("line " + text);
    step(inbox.line(text));
  }

  @Override
  public void number(String digits) {
    events.add("number " + digits);
    step(inbox.number(digits));
  }

  @Override
  public void prompt() {
    events.add("prompt");
  }

  private void step(Inbox.Step step) {
    inbox = step.next();
    dropped += step.oddity() == Inbox.Oddity.DROPPED ? 1 : 0;
    if (step.urc() != null) {
      urcs.add(step.urc());
    }
  }
}
