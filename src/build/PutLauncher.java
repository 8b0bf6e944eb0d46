import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the launchers: copies the templates of the first folder to the second, puts in which JDK
/// built them and the `key=value` pairs of the further arguments, and makes them executable.
final class PutLauncher {
  public static void main(String[] args) throws Exception {
    Path target = Files.createDirectories(Path.of(args[1]));
    for (String name : new String[] {"simwright", "simwright.bat"}) {
      String text = Files.readString(Path.of(args[0], name));
      text = text.replace("@java.home@", System.getProperty("java.home"));
      for (int i = 2; i < args.length; i++) {
        String[] pair = args[i].split("=", 2);
        text = text.replace("@" + pair[0] + "@", pair[1]);
      }
      Path launcher = target.resolve(name);
      Files.writeString(launcher, text);
      launcher.toFile().setExecutable(true, false);
    }
  }
}
