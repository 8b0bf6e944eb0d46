package simwright.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Which hardware profiles are shipped: every `.yaml` that is packed beside the schema, so that
/// adding a family is adding its files.
final class ShippedFiles {
  private static final String FOLDER = "hardware-profiles/";

  private ShippedFiles() {}

  /// Their names in order, without the folder.
  static List<String> names() {
    Module module = ShippedFiles.class.getModule();
    try (Stream<String> all = module.isNamed() ? ofModule(module) : ofClassPath()) {
      return all.filter(name -> name.startsWith(FOLDER) && name.endsWith(".yaml"))
          .map(name -> name.substring(FOLDER.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> ofModule(Module module) throws IOException {
    ResolvedModule resolved =
        module.getLayer().configuration().findModule(module.getName()).orElseThrow();
    try (ModuleReader reader = resolved.reference().open();
        Stream<String> all = reader.list()) {
      return all.toList().stream();
    }
  }

  private static Stream<String> ofClassPath() throws IOException {
    URL schema =
        Objects.requireNonNull(
            ShippedFiles.class.getResource("/" + FOLDER + ProfileSchema.FILE), ProfileSchema.FILE);
    if (schema.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream().map(entry -> entry.getName());
    }
    try (Stream<Path> files = Files.list(Path.of(uri(schema)).resolveSibling(""))) {
      return files.toList().stream().map(file -> FOLDER + file.getFileName());
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
