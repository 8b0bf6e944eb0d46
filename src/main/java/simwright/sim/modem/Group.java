package simwright.sim.modem;

import java.util.Optional;
import java.util.function.IntConsumer;

/// The commands of one subject: the answer, or nothing where the command is not one of them.
interface Group {
  Optional<Say> answer(Request request);

  /// A setting of one number: read, tested or set.
  static Say setting(Request request, int most, int now, IntConsumer set) {
    if (request.isRead()) {
      return Say.ok(request.name() + ": " + now);
    }
    if (request.isTest()) {
      return Say.ok(request.name() + ": (0-" + most + ")");
    }
    if (!request.argument(0).matches("[0-9]{1,3}")
        || Integer.parseInt(request.argument(0)) > most) {
      return Say.cme(50);
    }
    set.accept(Integer.parseInt(request.argument(0)));
    return Say.ok();
  }
}
