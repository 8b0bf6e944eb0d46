package simwright.rsp.qr;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.RspCodes;
import simwright.time.Task;
import simwright.time.Time;

/// A camera that is read by a program, which writes one JPEG after the other.
final class ProgramCamera implements Camera {
  /// How long a camera may take for a picture; the first takes the longest.
  static final Duration SILENT = Duration.ofSeconds(10);

  private static final String DOING = "looking through the camera";
  private static final int MARK = 0xff;
  private static final int BEGIN = 0xd8;
  private static final int END = 0xd9;
  private static final int LARGEST = 20_000_000;
  private static final long MOST_PIXELS = 40_000_000;

  private final Process process;
  private final InputStream pictures;
  private final Time time;

  private ProgramCamera(Process process, Time time) {
    this.process = process;
    this.pictures = new BufferedInputStream(process.getInputStream());
    this.time = time;
  }

  static ProgramCamera start(List<String> command, Time time) {
    try {
      return new ProgramCamera(new ProcessBuilder(command).start(), time);
    } catch (IOException e) {
      throw new Fault(RspCodes.CAMERA_PROGRAM, DOING, command.getFirst(), e.getMessage(), e);
    }
  }

  @Override
  public Optional<Picture> next() {
    try (Task _ = time.after(SILENT, "camera", process::destroyForcibly)) {
      return Picture.readable(jpeg(), MOST_PIXELS);
    } catch (IOException ended) {
      // whoever waited too long, or left, has ended the program
      throw fault(RspCodes.CAMERA, "no picture came");
    }
  }

  private byte[] jpeg() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    int before = 0;
    while (file.size() < LARGEST) {
      int now = pictures.read();
      if (now < 0) {
        throw fault(RspCodes.CAMERA, said());
      }
      if (file.size() > 0) {
        file.write(now);
      } else if (before == MARK && now == BEGIN) {
        file.write(before);
        file.write(now);
      }
      if (file.size() > 2 && before == MARK && now == END) {
        return file.toByteArray();
      }
      before = now;
    }
    throw fault(RspCodes.CAMERA, "no end of a picture");
  }

  /// The last line of what the program says went wrong.
  private String said() throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((_, last) -> last)
        .orElse("no picture came");
  }

  private static Fault fault(FaultCode code, String detail) {
    return new Fault(code, DOING, "the camera", detail, null);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
