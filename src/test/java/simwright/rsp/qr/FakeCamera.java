package simwright.rsp.qr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A camera as the kernel lists it, and a program in the place of `ffmpeg` that a test writes.
public final class FakeCamera {
  private FakeCamera() {}

  /// In a folder of its own; `script` is what the program does, in which `$0.d` is the folder of
  /// the pictures `1.jpg`, `2.jpg`, ...
  public static CameraPlace in(Path folder, String script, Picture... pictures) throws Exception {
    Path devices = Files.createDirectories(folder.resolve("video4linux"));
    node(devices, "video0", "1");
    node(devices, "video10", "0");
    node(devices, "video2", "0");
    Path program = folder.resolve("ffmpeg");
    Files.writeString(program, "#!/bin/sh\necho \"$@\" > \"$0.args\"\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Path frames = Files.createDirectories(folder.resolve("ffmpeg.d"));
    for (int i = 0; i < pictures.length; i++) {
      Files.write(frames.resolve(i + 1 + ".jpg"), Drawn.file(pictures[i], "jpg"));
    }
    return new CameraPlace(List.of(folder.resolve("none"), folder), devices, "Linux");
  }

  /// What the program was called with.
  public static String called(Path folder) throws IOException {
    return Files.readString(folder.resolve("ffmpeg.args"), StandardCharsets.UTF_8);
  }

  private static void node(Path devices, String name, String index) throws IOException {
    Path node = Files.createDirectories(devices.resolve(name));
    Files.writeString(node.resolve("index"), index + "\n");
  }
}
