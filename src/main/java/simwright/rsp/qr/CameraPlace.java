package simwright.rsp.qr;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.fault.Fault;
import simwright.rsp.RspCodes;
import simwright.time.Time;

/// Where this computer may have a camera, and the folders of its programs. A camera is read by the
/// program `ffmpeg` where that is installed: through V4L2 on Linux (`devices` is the kernel's
/// list), through AVFoundation on macOS. Elsewhere there is none.
public record CameraPlace(List<Path> programs, Path devices, String system) {
  private static final String DOING = "looking for a camera";

  public CameraPlace {
    programs = List.copyOf(programs);
  }

  /// That of this computer.
  public static CameraPlace of(Map<String, String> environment) {
    return new CameraPlace(
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .toList(),
        Path.of("/sys/class/video4linux"),
        System.getProperty("os.name"));
  }

  /// Opens the first camera.
  public Camera open(Time time) {
    List<String> command = new ArrayList<>();
    List<String> input = input();
    command.add(program().toString());
    command.addAll(List.of("-hide_banner", "-nostdin", "-loglevel", "error"));
    command.addAll(input);
    command.addAll(List.of("-vf", "fps=5", "-f", "image2pipe", "-c:v", "mjpeg", "-q:v", "3", "-"));
    return ProgramCamera.start(command, time);
  }

  private List<String> input() {
    if (system.startsWith("Mac")) {
      return List.of("-f", "avfoundation", "-framerate", "30", "-i", "0:none");
    }
    return first()
        .map(name -> List.of("-f", "v4l2", "-i", "/dev/" + name))
        .orElseThrow(() -> new Fault(RspCodes.CAMERA_NONE, DOING, system));
  }

  private Path program() {
    return programs.stream()
        .map(folder -> folder.resolve("ffmpeg"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new Fault(RspCodes.CAMERA_PROGRAM, DOING, "ffmpeg"));
  }

  /// A camera has several nodes; the first gives the picture, the others tell about it.
  private Optional<String> first() {
    if (!Files.isDirectory(devices)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(devices)) {
      return all.filter(CameraPlace::pictures)
          .map(each -> String.valueOf(each.getFileName()))
          .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    } catch (IOException e) {
      throw new Fault(RspCodes.CAMERA_NONE, DOING, devices.toString(), e.getMessage(), e);
    }
  }

  private static boolean pictures(Path node) {
    try {
      return Files.readString(node.resolve("index"), StandardCharsets.US_ASCII).strip().equals("0");
    } catch (IOException unplugged) {
      return false;
    }
  }
}
