package vn.bantin.article.reading;

import vn.bantin.service.ServiceProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** Puts the index together. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ReadingConfiguration.class);

	/** An index that cannot be read is thrown away: the topic holds everything. */
	@Bean
	ArticleIndex articleIndex(ServiceProperties service) throws IOException {
		Path folder = Files.createDirectories(service.dataDir().resolve("index"));
		try {
			return new ArticleIndex(folder);
		}
		catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException
				| NoSuchFileException ex) {
			logger.warn("The index in {} is built again from the topic: {}", folder, ex.toString());
			FileSystemUtils.deleteRecursively(folder);
			return new ArticleIndex(Files.createDirectories(folder));
		}
	}

	@Bean
	ArticleSearch articleSearch(ArticleIndex index) {
		return new ArticleSearch(index);
	}

	@Bean
	ArticleProjection articleProjection(ArticleIndex index) {
		return new ArticleProjection(index);
	}

}
