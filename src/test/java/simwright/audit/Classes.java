package simwright.audit;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.Set;

/// The class path for a program of its own, whether the tests run on the class path or on the
/// module path.
public final class Classes {
  private Classes() {}

  public static String path() {
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
    return String.join(File.pathSeparator, all);
  }
}
