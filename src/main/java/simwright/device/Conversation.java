package simwright.device;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import simwright.at.AtEngine;
import simwright.fault.Fault;
import simwright.time.Time;
import simwright.transcript.Transcript;
import simwright.transcript.TranscriptRange;

/// The conversation with a device, over one link after the other; at most one is open.
final class Conversation {
  private final String id;
  private final Spoken spoken = new Spoken();
  private final AtomicReference<@Nullable Talk> talk = new AtomicReference<>();

  Conversation(String id) {
    this.id = id;
  }

  /// Begins on an open link.
  void begin(Talk now) {
    talk.set(now);
    spoken.begins(now.transcript());
    now.start();
  }

  /// The one there is, which may have broken; throws `device/not-connected`.
  Talk now() {
    Talk now = talk.get();
    if (now == null) {
      throw new Fault(DeviceCodes.NOT_CONNECTED, "talking to a device", id);
    }
    return now;
  }

  /// That with a modem; throws `device/no-modem` for a card reader or a handset.
  AtEngine at() {
    if (now() instanceof ModemTalk modem) {
      return modem.engine();
    }
    throw new Fault(DeviceCodes.NO_MODEM, "talking to a modem", id);
  }

  /// Whether its link is open.
  boolean open() {
    Talk now = talk.get();
    return now != null && !now.over();
  }

  /// Whether this is its transcript, and not that of a link that was given up.
  boolean writes(Transcript transcript) {
    Talk now = talk.get();
    return now != null && now.transcript().equals(transcript);
  }

  /// Leaves the device as it was found, and ends.
  void putBack() {
    Talk now = talk.get();
    if (now != null) {
      now.putBack();
    }
    drop();
  }

  /// Ends.
  void drop() {
    Talk old = talk.getAndSet(null);
    if (old != null) {
      old.end();
    }
  }

  /// Ends on a thread of its own, as its port has gone.
  void leave(String port, Time time) {
    Talk left = talk.getAndSet(null);
    if (left != null) {
      var unused = time.start("leaving " + port, left::end);
    }
  }

  /// Where the transcript stands, in bytes; 0 without any.
  long position() {
    return spoken.position();
  }

  /// The piece of it since a position, on disk.
  TranscriptRange since(long from) {
    return spoken.since(from);
  }
}
