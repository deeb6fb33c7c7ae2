package vn.bantin.article;

import vn.bantin.service.openapi.ApiContract;

/** The document of this service's HTTP. */
class ArticleApiContractTests extends ApiContract {

}
