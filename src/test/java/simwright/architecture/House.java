package simwright.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import simwright.fault.Fault;

/// The compiled classes of the house, without those of its tests; read once.
final class House {
  static final JavaClasses CLASSES = read();

  private House() {}

  private static JavaClasses read() {
    try {
      var place = Fault.class.getProtectionDomain().getCodeSource().getLocation();
      return new ClassFileImporter().importPath(Path.of(place.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
