package simwright.audit;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Programs of their own on the class path of the tests, whether the tests run on the class path or
/// on the module path.
public final class Classes {
  private Classes() {}

  /// A program of its own, not started yet, that is up quickly.
  public static ProcessBuilder program(String main, String... arguments) {
    List<String> command = java(String.join(File.pathSeparator, path()));
    command.add(main);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /// The virtual machine of a program that is up quickly and does not run long.
  static List<String> java(String classPath) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath));
  }

  /// All jars and folders, each once.
  static Set<String> path() {
    Set<String> all = new LinkedHashSet<>();
    for (String property :
        new String[] {"java.class.path", "jdk.module.path", "surefire.test.class.path"}) {
      for (String entry : System.getProperty(property, "").split(File.pathSeparator)) {
        if (!entry.isEmpty()) {
          all.add(entry);
        }
      }
    }
    all.add(Classes.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    all.add(Audit.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    all.add(new File("target/test-classes").getAbsolutePath());
    return all;
  }
}
