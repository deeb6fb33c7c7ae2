package vn.bantin.article;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the article-service. */
@SpringBootApplication
public class ArticleServiceApplication {

	/**
	 * Starts it.
	 * @param args Spring Boot's
	 */
	public static void main(String[] args) {
		SpringApplication.run(ArticleServiceApplication.class, args);
	}

}
