package simwright.rsp.qr;

import java.util.Optional;
import java.util.function.Predicate;
import simwright.fault.Fault;
import simwright.rsp.RspCodes;
import simwright.time.Deadline;

/// A camera that is looked through, one picture after the other. Pictures are held in memory only.
public interface Camera extends AutoCloseable {
  /// Waits for the next picture, at most ten seconds; nothing where it is broken.
  Optional<Picture> next();

  @Override
  void close();

  /// Looks until there is an activation code to be seen, `seen` wants no more pictures, or the
  /// deadline passes; then what was wrong with the last one is thrown.
  default QrCodes codes(Predicate<Picture> seen, Deadline deadline) {
    Fault last = new Fault(RspCodes.QR_NONE, "looking through the camera", "the camera");
    while (!deadline.passed()) {
      Optional<Picture> picture = next();
      if (picture.isPresent()) {
        if (!seen.test(picture.get())) {
          break;
        }
        try {
          return QrCodes.of(picture.get());
        } catch (Fault none) {
          last = none;
        }
      }
    }
    throw last;
  }
}
