package simwright.at;

import java.time.Duration;
import simwright.fault.Fault;

/// Gets back in step after an answer did not come: waits for quiet, asks `AT` until it is answered,
/// and waits for quiet again, so that whatever comes late has come before the next command.
final class Resync {
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration BECOME_QUIET = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final int TRIES = 3;

  private Resync() {}

  static void run(AtEngine engine) {
    engine.port().transcript().note("getting back in step");
    engine.leavePrompt();
    for (int i = 0; i < TRIES; i++) {
      boolean before = engine.quiet(QUIET, engine.time().deadline(BECOME_QUIET));
      if (answers(engine)) {
        boolean after = engine.quiet(QUIET, engine.time().deadline(BECOME_QUIET));
        engine
            .port()
            .transcript()
            .note(before && after ? "in step again" : "in step again, though it never was quiet");
        return;
      }
    }
    throw new Fault(AtCodes.MUTE, "getting back in step", engine.where());
  }

  private static boolean answers(AtEngine engine) {
    try {
      return engine
              .exchange(
                  new RawCommand("AT", CommandClass.LOCAL), "AT", engine.time().deadline(ANSWER))
              .exchange()
          != null;
    } catch (Fault silent) {
      if (silent.code().equals(AtCodes.TIMEOUT)) {
        return false;
      }
      throw silent;
    }
  }
}
