package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A program that is started many times: its classes are read and checked once and kept as the
/// virtual machine keeps its own, and SQLite's library is unpacked once. Most of what such a start
/// takes is saved; what the program does is the same.
public final class QuickStart {
  private final List<String> command;
  private final String main;

  private QuickStart(List<String> command, String main) {
    this.command = command;
    this.main = main;
  }

  /// Runs the program once, with arguments with which it ends by itself, to see what it needs.
  public static QuickStart of(Path folder, String main, String... arguments) throws Exception {
    Files.createDirectories(folder);
    // only jars can be archived
    List<String> path = new ArrayList<>(List.of(jar(folder.resolve("own.jar")).toString()));
    Classes.path().stream().filter(entry -> entry.endsWith(".jar")).forEach(path::add);
    List<String> command = new ArrayList<>(Classes.java(String.join(File.pathSeparator, path)));
    library(folder).ifPresent(found -> command.add(1, "-Dorg.sqlite.lib.path=" + found));
    Path archive = folder.resolve("classes.jsa");
    List<String> first = new ArrayList<>(command);
    first.add(1, "-XX:ArchiveClassesAtExit=" + archive);
    first.add(main);
    first.addAll(List.of(arguments));
    Path said = folder.resolve("said.txt");
    Process once =
        new ProcessBuilder(first).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertEquals(0, once.waitFor(), Files.readString(said));
    command.add(1, "-XX:SharedArchiveFile=" + archive);
    return new QuickStart(command, main);
  }

  /// The program, not started yet.
  public ProcessBuilder program(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.add(main);
    all.addAll(List.of(arguments));
    return new ProcessBuilder(all);
  }

  /// The classes of the program and of the tests in one file.
  private static Path jar(Path jar) throws IOException {
    Set<String> seen = new HashSet<>();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(0);
      for (String entry : Classes.path()) {
        Path folder = Path.of(entry);
        if (Files.isDirectory(folder)) {
          try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
              String name = folder.relativize(file).toString().replace('\\', '/');
              if (seen.add(name)) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(file, out);
              }
            }
          }
        }
      }
    }
    return jar;
  }

  /// Where SQLite's library lies unpacked; none where it is not known what it is called here.
  private static Optional<Path> library(Path folder) throws IOException {
    String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
    String system = System.getProperty("os.name").split(" ", 2)[0];
    String name = System.mapLibraryName("sqlitejdbc");
    String resource = "org/sqlite/native/%s/%s/%s".formatted(system, processor, name);
    Path unpacked = Files.createDirectories(folder.resolve("native")).resolve(name);
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      Files.copy(in, unpacked);
    }
    return Optional.of(unpacked.getParent());
  }
}
