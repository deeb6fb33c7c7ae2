package vn.bantin.rating.web;

import vn.bantin.service.openapi.ApiContract;

/** The document of this service's HTTP. */
class RatingApiContractTests extends ApiContract {

}
