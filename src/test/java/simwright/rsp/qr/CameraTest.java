package simwright.rsp.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.rsp.RspCodes;
import simwright.time.Deadline;
import simwright.time.HandTime;
import simwright.time.SystemTime;
import simwright.time.Time;

/// A camera is looked through picture by picture, and one that is not there, is busy or silent says
/// so. The program that reads it is played by a script.
class CameraTest {
  private static final String CODE = "LPA:1$smdp.example.com$QR-0123-89AB";

  @TempDir private Path folder;

  @Test
  void theSecondPictureHasTheCode() throws Exception {
    CameraPlace place =
        FakeCamera.in(
            folder,
            "printf 'rubbish before'; cat $0.d/1.jpg $0.d/2.jpg; exec sleep 60",
            Drawn.qr(240, "https://example.com"),
            Drawn.qr(240, CODE));
    try (Camera camera = place.open(new SystemTime())) {
      Picture first = camera.next().orElseThrow();
      assertEquals(RspCodes.QR_OTHER, assertThrows(Fault.class, () -> QrCodes.of(first)).code());
      assertEquals(CODE, QrCodes.of(camera.next().orElseThrow()).codes().getFirst().text());
    }
    assertTrue(
        FakeCamera.called(folder).contains("-f v4l2 -i /dev/video2 "), FakeCamera.called(folder));
  }

  @Test
  void aBrokenPictureIsPassedOver() throws Exception {
    CameraPlace place =
        FakeCamera.in(
            folder,
            "printf '\\377\\330junk\\377\\331'; cat $0.d/1.jpg; exec sleep 60",
            Drawn.qr(240, CODE));
    try (Camera camera = place.open(new SystemTime())) {
      assertEquals(Optional.empty(), camera.next());
      assertFalse(camera.next().isEmpty());
    }
  }

  @Test
  void aCameraThatIsBusySaysSoInTheSystemsWords() throws Exception {
    CameraPlace place =
        FakeCamera.in(
            folder, "echo 'first' >&2; echo '/dev/video2: Device or resource busy' >&2; exit 1");
    try (Camera camera = place.open(new SystemTime())) {
      Fault fault = assertThrows(Fault.class, camera::next);
      assertEquals(RspCodes.CAMERA, fault.code());
      assertEquals(Optional.of("/dev/video2: Device or resource busy"), fault.evidence());
    }
  }

  @Test
  void aSilentCameraIsGivenUp() throws Exception {
    HandTime time = new HandTime();
    try (Camera camera = FakeCamera.in(folder, "exec sleep 60").open(time)) {
      CompletableFuture<Fault> ended = new CompletableFuture<>();
      time.start("test", () -> ended.complete(assertThrows(Fault.class, camera::next)));
      Deadline deadline = new SystemTime().deadline(Duration.ofSeconds(20));
      while (!ended.isDone() && !deadline.passed()) {
        time.advance(ProgramCamera.SILENT);
      }
      assertEquals(RspCodes.CAMERA, ended.get(20, TimeUnit.SECONDS).code());
    }
  }

  @Test
  void withoutACameraOrItsProgramNothingIsStarted() throws Exception {
    CameraPlace place = FakeCamera.in(folder, "exit 0");
    Time time = new SystemTime();
    CameraPlace none = new CameraPlace(place.programs(), folder.resolve("none"), "Linux");
    assertEquals(RspCodes.CAMERA_NONE, assertThrows(Fault.class, () -> none.open(time)).code());
    CameraPlace bare = new CameraPlace(List.of(), place.devices(), "Linux");
    assertEquals(RspCodes.CAMERA_PROGRAM, assertThrows(Fault.class, () -> bare.open(time)).code());
  }
}
