package simwright.at;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.Links;
import simwright.link.Port;
import simwright.link.PortInfo;
import simwright.time.Deadline;
import simwright.time.Time;

/// A far end that answers each thing it is sent as a function says; an empty answer is silence.
final class ScriptedModem implements LinkProvider, ByteLink {
  private static final byte[] HANG_UP = new byte[0];

  final List<String> sent = new CopyOnWriteArrayList<>();
  private final BlockingQueue<byte[]> coming = new LinkedBlockingQueue<>();
  private volatile Function<String, String> script;

  ScriptedModem(Function<String, String> script) {
    this.script = script;
  }

  static Port port(ScriptedModem modem, Path folder, Time time) {
    try (Links links = new Links(List.of(modem), folder, address -> true, time)) {
      return links.open(new LinkAddress("scripted", "modem"), LinkSettings.USUAL);
    }
  }

  void script(Function<String, String> next) {
    script = next;
  }

  void say(String text) {
    coming.add(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void hangUp() {
    coming.add(HANG_UP);
  }

  @Override
  public String scheme() {
    return "scripted";
  }

  @Override
  public List<PortInfo> list() {
    return List.of();
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    return this;
  }

  @Override
  public LinkAddress address() {
    return new LinkAddress("scripted", "modem");
  }

  @Override
  public int read(byte[] buffer, Deadline deadline) {
    try {
      byte[] next = coming.poll(deadline.leftMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        return 0;
      }
      if (next == HANG_UP) {
        return -1;
      }
      System.arraycopy(next, 0, buffer, 0, next.length);
      return next.length;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void write(byte[] bytes, Deadline deadline) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    sent.add(text);
    String answer = script.apply(text);
    if (!answer.isEmpty()) {
      say(answer);
    }
  }

  @Override
  public void close() {
    hangUp();
  }
}
